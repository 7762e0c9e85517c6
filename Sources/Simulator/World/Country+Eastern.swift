extension Country {
    static let slavicAndGreek: [Country] = [poland, ukraine, greece]
    static let asian: [Country] = [japan, korea, china, india, thailand]
    static let rightToLeft: [Country] = [israel, emirates]

    private static let poland = Country(
        code: "PL", share: 35,
        given: ["Łukasz", "Małgorzata", "Świętosława", "Paweł", "Żaneta"],
        family: ["Wiśniewski", "Dąbrowska", "Szczęsny", "Źrebiec"],
        streets: ["ul. Długa %", "ul. Świętego Jana % m. 4", "al. Róż %"],
        extras: ["m. ##"],
        towns: [Town("Łódź", nil, "90-###"), Town("Kraków", nil, "30-###"), Town("Gdańsk", nil, "80-###")])

    private static let ukraine = Country(
        code: "UA", share: 10,
        given: ["Олена", "Тарас", "Ївга"],
        family: ["Шевчук", "Коваленко", "Їжакевич"],
        streets: ["вул. Садова, %", "просп. Миру, %"],
        extras: ["кв. ##"],
        towns: [Town("Львів", nil, "79###"), Town("Одеса", nil, "65###")])

    private static let greece = Country(
        code: "GR", share: 10,
        given: ["Ελένη", "Γιώργος", "Δήμητρα"],
        family: ["Παπαδοπούλου", "Κωνσταντίνου", "Οικονόμου"],
        streets: ["Οδός Αθηνάς %", "Λεωφ. Νίκης %"],
        extras: [],
        towns: [Town("Θεσσαλονίκη", nil, "54# ##"), Town("Αθήνα", nil, "10# ##")])

    private static let japan = Country(
        code: "JP", share: 50,
        given: ["太郎", "花子", "さくら", "健一", "ゆい"],
        family: ["山田", "佐藤", "小笠原", "髙橋", "渡邉"],
        streets: ["中央区北一条西%丁目", "神南1-%-8", "本町%番地"],
        extras: ["コーポ桜 ##号室", "ﾒｿﾞﾝ青葉###"],
        towns: [
            Town("札幌市", "北海道", "060-####"), Town("渋谷区", "東京都", "150-####"), Town("那覇市", "沖縄県", "900-####"),
        ],
        isFamilyFirst: true)

    private static let korea = Country(
        code: "KR", share: 25,
        given: ["민준", "서연", "하은", "지후"],
        family: ["김", "이", "박", "남궁"],
        streets: ["세종대로 %", "해운대해변로 %번길 7"],
        extras: ["###동 ####호"],
        towns: [Town("서울특별시", nil, "04###"), Town("부산광역시", nil, "48###")],
        isFamilyFirst: true)

    private static let china = Country(
        code: "CN", share: 8,
        given: ["伟", "晓明", "丽华"],
        family: ["王", "欧阳", "陈"],
        streets: ["中山路%号", "解放大道%号"],
        extras: ["#单元###室"],
        towns: [Town("杭州市", "浙江省", "310###"), Town("成都市", "四川省", "610###")],
        isFamilyFirst: true)

    private static let india = Country(
        code: "IN", share: 30,
        given: ["Ananya", "Arjun", "प्रिया", "Venkata Subramanian", "Lakshmi"],
        family: ["Iyer", "Sharma", "शर्मा", "Krishnamurthy", "Das"],
        streets: ["% MG Road", "Plot %, Sector 21", "%/2, Gandhi Nagar, Near Old Bus Stand"],
        extras: ["Opp. City Hospital", "#rd Cross"],
        towns: [
            Town("Bengaluru", "Karnataka", "5600##"), Town("नई दिल्ली", "Delhi", "1100##"),
            Town("Thiruvananthapuram", "Kerala", "6950##"),
        ])

    private static let thailand = Country(
        code: "TH", share: 5,
        given: ["สมชาย", "กัญญา"],
        family: ["ใจดี", "ศรีสุวรรณ"],
        streets: ["% ถนนสุขุมวิท"],
        extras: [],
        towns: [Town("กรุงเทพมหานคร", nil, "10###")])

    private static let israel = Country(
        code: "IL", share: 6,
        given: ["נועה", "יוסף"],
        family: ["כהן", "לוי"],
        streets: ["רחוב הרצל %"],
        extras: ["דירה #"],
        towns: [Town("תל אביב-יפו", nil, "61#####")])

    private static let emirates = Country(
        code: "AE", share: 6,
        given: ["فاطمة", "خالد"],
        family: ["المنصوري", "الهاشمي"],
        streets: ["شارع الكورنيش %"],
        extras: ["ص.ب. ####"],
        towns: [Town("أبو ظبي", nil, nil), Town("دبي", nil, nil)])
}
