import FoundationEssentials
import Model
import Services

#if canImport(Glibc)
    import Glibc
#endif

extension ImportFile {
    /// Bytes; a day's shipments of a large warehouse are far fewer.
    private static let most = 64 << 20

    /// - Throws: ``Stop`` where there is no such file, or none that could be a table.
    static func read(_ typed: String) throws -> ImportFile {
        let place = FilePath(typed)
        var status = stat()
        guard stat(place.path, &status) == 0 else {
            throw Stop(.badData, "There is no file \(typed) that could be read; check the path.")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Stop(.badData, "\(typed) is no plain file; name a CSV file.")
        }
        guard status.st_size <= most else {
            throw Stop(.badData, "\(typed) is larger than 64 MB; split it.")
        }
        guard let data = FileManager.default.contents(atPath: place.path) else {
            throw Stop(.badData, "\(typed) cannot be read; check that it is yours to read.")
        }
        return ImportFile(name: place.name, bytes: Array(data))
    }
}

extension ImportProblem {
    /// `Line 3: …`.
    var words: String { line.map { "Line \($0): \(sentence)" } ?? sentence }
}
