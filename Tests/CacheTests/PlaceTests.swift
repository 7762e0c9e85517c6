import FoundationEssentials
import Glibc
import Testing

@testable import Cache

/// A copy of a data directory notices that it is one, once.
@Suite("The place of the file")
struct PlaceTests {
    @Test func theSameFileOpenedAgainIsNoCopy() throws {
        let here = try TemporaryCache()
        #expect(!here.cache.foundCopied)
        let again = try Cache(directory: here.folder.path)
        #expect(!again.foundCopied)
        #expect(try again.read { try $0.copiedAt() } == nil)
    }

    @Test func aCopyIsNoticedOnceAndTheOriginalStaysWhatItWas() throws {
        let here = try TemporaryCache()
        try here.cache.close()
        let copy = TemporaryFolder()
        try FileManager.default.copyItem(atPath: here.folder.path, toPath: copy.path)
        let opened = try Cache(directory: copy.path)
        #expect(opened.foundCopied)
        #expect(try opened.read { try $0.copiedAt() } != nil)
        #expect(try !Cache(directory: copy.path).foundCopied)
        #expect(try !Cache(directory: here.folder.path).foundCopied)
    }

    @Test func theSameFileOnAnotherMachineIsOneToo() throws {
        let here = try TemporaryCache()
        let place = try #require(try here.cache.read { try $0.place() })
        let elsewhere = Place(machine: "elsewhere", inode: place.inode)
        #expect(try here.cache.write { try $0.arrive(at: elsewhere, now: 7) })
        #expect(try here.cache.read { try $0.copiedAt() } == 7)
        #expect(try !here.cache.write { try $0.arrive(at: elsewhere, now: 8) })
    }

    @Test func aFolderThatOnlyGotAnotherNameIsNone() throws {
        let here = try TemporaryCache()
        try here.cache.close()
        let other = TemporaryFolder()
        try FileManager.default.moveItem(atPath: here.folder.path, toPath: other.path)
        #expect(try !Cache(directory: other.path).foundCopied)
    }

    @Test func aRepairedFileIsNone() throws {
        let folder = TemporaryFolder()
        try Cache(directory: folder.path).close()
        _ = try Cache.repair(directory: folder.path)
        #expect(try !Cache(directory: folder.path).foundCopied)
    }
}
