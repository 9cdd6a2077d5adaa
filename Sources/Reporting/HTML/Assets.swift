/// The style sheet and the script of the report, embedded when the package is built, and their hashes for the content
/// security policy. A test computes the hashes anew: change them with the files.
enum Assets {
    static let style = PackageResources.report_css
    static let script = PackageResources.report_js
    static let styleHash = "DhtyXQvrYDrAe9Q0AbCztdV3wbNO8EN0R5gPFll6UUw="
    static let scriptHash = "JcT/6efp8gQzctVxDRf87MaUQn8zZi1CMud84HHPyCw="
}
