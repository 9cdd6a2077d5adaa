extension String {
    /// With each of these replaced, scalar by scalar: as a `Character` a sign that is followed by an accent would slip through.
    func escaping(_ signs: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let sign = signs[scalar] { result += sign } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
