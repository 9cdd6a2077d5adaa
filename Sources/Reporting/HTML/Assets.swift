/// The style sheet and the script of the report, embedded when the package is built, and their hashes for the content
/// security policy. A test computes the hashes anew: change them with the files.
enum Assets {
    static let style = PackageResources.report_css
    static let script = PackageResources.report_js
    static let styleHash = "Kcs5hRv8rcXfo0OkVFMznOHoPe8Fl9D4HHJh1C45L60="
    static let scriptHash = "QOQutxChI1GF9I6UqgjeJ02h9fxih21DMx3NmeGMvBc="
}
