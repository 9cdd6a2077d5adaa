import Dispatch
import Synchronization

/// Makes `count` values on as many threads as there are, and gives them back in order.
package func atOnce<Value: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Value) -> [Value] {
    let made = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { turn in
        let value = make(turn)
        made.withLock { $0[turn] = value }
    }
    return made.withLock { $0.compactMap(\.self) }
}

/// Does two pieces of work that know nothing of each other at the same time.
package func atOnce<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let one = Mutex<First?>(nil)
    let two = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { turn in
        if turn == 0 {
            let value = first()
            one.withLock { $0 = value }
        } else {
            let value = second()
            two.withLock { $0 = value }
        }
    }
    guard let first = one.withLock({ $0 }), let second = two.withLock({ $0 }) else { preconditionFailure("both turns were taken") }
    return (first, second)
}
