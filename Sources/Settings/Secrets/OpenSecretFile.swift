import Glibc

/// A file with a secret that lets in more than its owner and those of its group who read it.
package struct OpenSecretFile: Sendable, Hashable {
    /// What the configuration calls the secret.
    package var key: String
    package var path: String
    /// The permission bits.
    package var mode: UInt32

    /// What is wrong and what to do: a part of a sentence.
    package var sentence: String {
        let octal = String(mode, radix: 8)
        let shown = String(repeating: "0", count: max(0, 4 - octal.count)) + octal
        return "the file of `\(key)` is open to others (mode \(shown)); run `chmod 600 \(path.shellWord)`"
    }
}

extension CredentialSource {
    /// Files with secrets that others than 0600 and 0640 allow could read or change.
    package var openFiles: [OpenSecretFile] {
        [identifier, secret, registration?.token, registration?.secret].compactMap { $0?.openFile }
    }
}

extension SecretSource {
    fileprivate var openFile: OpenSecretFile? {
        guard case .file(let path) = origin, CredentialKey(rawValue: key)?.isPublic != true else {
            return nil
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o027 != 0 else { return nil }
        return OpenSecretFile(key: key, path: path, mode: status.st_mode & 0o7777)
    }
}
