import Crypto
import FoundationEssentials
import Glibc
import Model

/// PDF labels: files of the data directory's `labels`, called by the fingerprint of what is in them.
///
/// A label that is to be sent lies here until it is, however long that takes and whichever process sends it;
/// the mark holds its name, so that neither outbox nor log has a customer's address in base64. Labels that a
/// store told lie here, too, to be opened without asking again. Files are for their owner only, and are
/// written beside and renamed: one that is there is whole.
package struct LabelShelf: Sendable {
    private let folder: String

    /// - Parameter directory: the data directory.
    package init(directory: String) { folder = directory + "/labels" }

    package static func name(of label: PDFFile) -> LabelName {
        let digest = SHA256.hash(data: label.bytes).prefix(16)
        let digits = digest.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return LabelName(fingerprint: digits.joined(), size: label.sizeText)
    }

    /// - Throws: ``AttributeFault`` where it cannot be written.
    @discardableResult
    package func keep(_ label: PDFFile) throws(AttributeFault) -> LabelName {
        let name = Self.name(of: label)
        let path = path(of: name)
        if access(path, R_OK) == 0 {
            // It is needed again: from now on it is kept as long as a new one.
            utimes(path, nil)
            return name
        }
        mkdir(folder, 0o700)
        let beside = "\(path).\(getpid())"
        guard Self.write(label.bytes, to: beside), rename(beside, path) == 0 else {
            let why = String(cString: strerror(errno))
            unlink(beside)
            throw AttributeFault(OrderAttribute.labelFile, "\(folder) cannot be written: \(why).")
        }
        return name
    }

    /// Takes away what has served: a label has a customer's address on it.
    ///
    /// - Parameters:
    ///   - before: Unix seconds; those that were kept or asked to be kept since then stay.
    ///   - awaited: to be sent yet, which stay however old they are.
    package func clear(before: Int64, except awaited: [LabelName]) {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let staying = Set(awaited.map(\.fileName))
        for file in files where file.contains(".pdf") && !staying.contains(file) {
            let path = "\(folder)/\(file)"
            var facts = stat()
            if stat(path, &facts) == 0, facts.st_mtim.tv_sec < before { unlink(path) }
        }
    }

    /// Where its file lies; there may be none.
    package func path(of name: LabelName) -> String { "\(folder)/\(name.fileName)" }

    /// Nil where it is not here, or was changed.
    package func label(_ name: LabelName) -> PDFFile? {
        guard let bytes = try? Data(contentsOf: URL(filePath: path(of: name))),
            let label = try? PDFFile(bytes), Self.name(of: label).fingerprint == name.fingerprint
        else { return nil }
        return label
    }

    /// The values with the path of a PDF replaced by the name under which it now lies here. A name stays.
    ///
    /// - Parameter path: what stands for it from here: `~`, and where the person is.
    /// - Throws: ``AttributeFault`` where it is no PDF, or cannot be read or kept.
    package func taking(
        _ sets: Attributes, path: (String) -> String
    ) throws(AttributeFault) -> Attributes {
        guard let typed = sets[OrderAttribute.labelFile], !typed.allSatisfy(\.isWhitespace),
            LabelName(typed) == nil
        else { return sets }
        var taken = sets
        taken[OrderAttribute.labelFile] = try keep(Self.read(path(typed), typed)).description
        return taken
    }

    /// Only looks: nothing of the file is kept.
    ///
    /// - Parameters:
    ///   - path: where it lies.
    ///   - typed: what people called it.
    /// - Throws: ``AttributeFault`` where it is no PDF, or cannot be read.
    package static func look(at path: String, called typed: String) throws(AttributeFault) -> PDFFile {
        try read(path, typed)
    }

    /// Larger files are no labels, and would be read into memory whole.
    private static let largest = 20 << 20

    private static func read(_ path: String, _ typed: String) throws(AttributeFault) -> PDFFile {
        func fault(_ words: String) -> AttributeFault { AttributeFault(OrderAttribute.labelFile, words) }
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            throw fault("\(typed) cannot be read: \(String(cString: strerror(errno))).")
        }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw fault("\(typed) is no file.") }
        guard facts.st_size <= largest else { throw fault("\(typed) is larger than 20 MB: no label is.") }
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw fault("\(typed) cannot be read.")
        }
        return try PDFFile(bytes)
    }

    private static func write(_ bytes: Data, to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let isWhole = bytes.withUnsafeBytes { all in
            var rest = all
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, start, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return true
        }
        return isWhole && fsync(descriptor) == 0
    }
}
