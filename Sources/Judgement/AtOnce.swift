import Dispatch
import Synchronization

/// Does two pieces of work that know nothing of each other at the same time.
func atOnce<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let made = Mutex<First?>(nil)
    let other = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { turn in
        if turn == 0 {
            let value = first()
            made.withLock { $0 = value }
        } else {
            let value = second()
            other.withLock { $0 = value }
        }
    }
    guard let one = made.withLock({ $0 }), let two = other.withLock({ $0 }) else {
        preconditionFailure("both turns were taken")
    }
    return (one, two)
}
