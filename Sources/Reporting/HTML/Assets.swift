/// The style sheet and the script of the report, embedded when the package is built, and their hashes for the content
/// security policy. A test computes the hashes anew: change them with the files.
enum Assets {
    static let style = PackageResources.report_css
    static let script = PackageResources.report_js
    static let styleHash = "uFOTxVEtkvUxPzJzdMzGEOD7mhOowScLS5ctISzgvvE="
    static let scriptHash = "PeXatbvAIgfJyKBlB2AWKFqlEjDM6EgKioHF3kIAfnc="
}
