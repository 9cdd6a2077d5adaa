/// Gives up a value beside what goes on. Freeing the tens of thousands of parts of an audit takes as long as writing its report, and at the
/// end of the program nobody need wait for it.
func letGo<Value: Sendable>(_ value: consuming Value) {
    Task.detached { [value] in _ = value }
}
