extension Country {
    static let western: [Country] = [unitedStates, canada, britain, ireland, germany, france, brazil, sweden]

    private static let unitedStates = Country(
        code: "US", share: 470,
        given: [
            "John", "Maria", "DeShawn", "Emily", "Carlos", "Aaliyah", "Tyler", "Grace", "Wyatt", "Zoe",
            "Luis",
            "Hannah", "Malik", "Abigail", "Owen", "Priya", "Mei", "Siobhán", "Jean-Luc", "Mary Ann",
        ],
        family: [
            "Smith", "Johnson", "Garcia", "O'Neil", "Washington", "Nguyen", "Kowalski", "Lee", "Van Buren",
            "McAllister", "Ortiz-Reyes", "Brooks", "Patel", "Hernández", "Baker", "Whitfield", "St. John",
        ],
        streets: [
            "% Mill St.", "% Old Post Rd", "% N Maple Ave", "% County Road 12", "% Sunset Blvd",
            "% W 43rd St",
            "% Chestnut Ln", "PO Box %", "% Harbor View Dr",
        ],
        extras: ["Suite ##0", "Apt #@", "Unit ##", "c/o Front Desk", "Bldg # Rm ###"],
        towns: [
            Town("Moorestown", "NJ", "08057"), Town("Portland", "OR", "972##"), Town("Austin", "TX", "787##"),
            Town("Bangor", "ME", "044##"), Town("Chicago", "IL", "606##-####"), Town("Boise", "ID", "837##"),
            Town("St. Louis", "MO", "631##"), Town("San Juan", "PR", "009##"), Town("Fargo", "ND", "581##"),
        ])

    private static let canada = Country(
        code: "CA", share: 50,
        given: ["Liam", "Chloé", "Noah", "Amélie", "Ethan", "Béatrice"],
        family: ["Tremblay", "MacDonald", "Côté", "Singh", "Bouchard", "Fraser"],
        streets: ["% rue Saint-Denis", "% Queen St W", "% Chemin du Lac", "% 4th Ave NE"],
        extras: ["Unit ##", "App. #"],
        towns: [
            Town("Montréal", "QC", "H#@ #@#"), Town("Halifax", "NS", "B#@ #@#"),
            Town("Calgary", "AB", "T#@ #@#"),
        ])

    private static let britain = Country(
        code: "GB", share: 80,
        given: ["Oliver", "Amelia", "Rhys", "Isla", "Hamish", "Nia", "Arthur", "Ffion"],
        family: ["Hughes", "Campbell", "Clarke", "Ap Rhys", "Fitzgerald-Moore", "Khan", "Bennett"],
        streets: [
            "% High Street", "Flat #, % Queen's Road", "The Old Rectory, % Church Lane", "%a Mill Lane",
        ],
        extras: ["Clifton", "Leith", "Little Snoring"],
        towns: [
            Town("Bristol", nil, "BS# #@@"), Town("Edinburgh", nil, "EH## #@@"),
            Town("Llanfairpwllgwyngyll", nil, "LL## #@@"), Town("London", nil, "SE## #@@"),
        ])

    private static let ireland = Country(
        code: "IE", share: 15,
        given: ["Aoife", "Cillian", "Niamh", "Oisín"],
        family: ["Ó Súilleabháin", "Ní Dhomhnaill", "Murphy", "Byrne"],
        streets: ["% Main Street", "Ballymore House"],
        extras: ["Co. Clare"],
        towns: [Town("Galway", "Co. Galway", nil), Town("Dublin 8", nil, "D08 @#@#")])

    private static let germany = Country(
        code: "DE", share: 90,
        given: ["Zoë", "Jürgen", "Lena", "Björn", "Käthe", "Moritz", "Hans-Peter", "Sören"],
        family: ["Müller", "Groß", "Weiß", "von der Heide", "Schäfer", "Öztürk", "Lüdenscheidt", "Bäcker"],
        streets: ["Hauptstraße %", "Am Mühlbach %", "Straße des 17. Juni %", "Lindenallee % b"],
        extras: ["Hinterhaus, #. OG", "bei Schäfer", "Postfach ####"],
        towns: [
            Town("München", nil, "80###"), Town("Köln", nil, "50###"), Town("Görlitz", nil, "028##"),
            Town("Frankfurt (Oder)", nil, "152##"),
        ])

    private static let france = Country(
        code: "FR", share: 65,
        given: ["Élodie", "François", "Anaïs", "Jérôme", "Noémie", "Loïc"],
        family: ["Lefèvre", "D'Aubigné", "Béranger", "Le Goff", "Dûchatel", "N'Diaye"],
        streets: ["%, rue de l'Église", "% bis, quai de la Fosse", "%, allée des Tilleuls"],
        extras: ["Bât. @, 3e étage", "Résidence Les Chênes"],
        towns: [
            Town("Nantes", nil, "440##"), Town("L'Haÿ-les-Roses", nil, "94240"), Town("Lyon", nil, "690##"),
        ])

    private static let brazil = Country(
        code: "BR", share: 55,
        given: ["João", "Conceição", "Thaís", "Antônio", "Luíza", "Caio"],
        family: ["da Silva", "Gonçalves", "Araújo", "dos Santos Neto", "Figueirêdo"],
        streets: ["Rua das Acácias, %", "Av. São João, %", "Travessa do Comércio, % - Centro"],
        extras: ["Apto. ##, Bloco @", "Fundos"],
        towns: [
            Town("São Paulo", "SP", "01###-###"), Town("Belém", "PA", "66###-###"),
            Town("Florianópolis", "SC", "88###-###"),
        ])

    private static let sweden = Country(
        code: "SE", share: 20,
        given: ["Åsa", "Göran", "Märta", "Björn"],
        family: ["Åkerström", "Sjögren", "Öberg"],
        streets: ["Storgatan %", "Björkvägen % A"],
        extras: ["lgh 1###"],
        towns: [Town("Göteborg", nil, "41# ##"), Town("Luleå", nil, "97# ##")])
}
