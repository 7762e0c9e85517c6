import Services
import TestKit
import Testing

@Suite("Attendance")
struct AttendanceTests {
    @Test("They are there from arriving to leaving, however many, and looking does not count")
    func come() throws {
        let folder = try TemporaryFolder("attendance")
        let looking = Attendance(directory: folder.path)
        #expect(!looking.isAnybodyWaiting)
        let (anna, ben) = (Attendance(directory: folder.path), Attendance(directory: folder.path))
        anna.arrive()
        ben.arrive()
        #expect(looking.isAnybodyWaiting)
        anna.leave()
        #expect(looking.isAnybodyWaiting)
        ben.leave()
        #expect(!looking.isAnybodyWaiting)
        #expect(!looking.isAnybodyWaiting)
    }

    @Test("Where the folder cannot be used, somebody is taken to be there")
    func unknown() { #expect(Attendance(directory: "/nowhere/at/all").isAnybodyWaiting) }
}
