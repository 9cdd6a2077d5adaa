/// The style sheet and the script of the report, embedded when the package is built, and their hashes for the content
/// security policy. A test computes the hashes anew: change them with the files.
enum Assets {
    static let style = PackageResources.report_css
    static let script = PackageResources.report_js
    static let styleHash = "FGI15VvzXv/j3gVCX1Ed/ETA5dWbPphrF0Md7ldd+04="
    static let scriptHash = "0dh7iiy1Ynnqk8+BslSFhi2+eoJB+vevKo83VbAjfQ4="
}
