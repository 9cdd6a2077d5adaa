internal import CPublicSuffix

/// The list of public suffixes. The only use of libpsl.
enum PublicSuffix {
    /// `kade.co.uk` of `service.kade.co.uk`, or nil for what is a public suffix itself or no name. Takes lower case.
    static func registrable(_ host: String) -> String? {
        guard let list = unsafe psl_builtin() else { return nil }
        return unsafe host.withCString { name in
            guard let found = unsafe psl_registrable_domain(list, name) else { return nil }
            return unsafe String(cString: found)
        }
    }
}
