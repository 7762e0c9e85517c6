import Glibc
import Terminal

/// What eyes make of colours: contrast as WCAG 2 defines it, and differences as people with and without the
/// three kinds of colour blindness see them (Machado, Oliveira and Fernandes, 2009, full severity).
enum Eye {
    typealias Channels = [Double]

    /// Linear red, green and blue, 0 to 1; nil for the terminal's own colour.
    static func rgb(_ color: Color) -> Channels? {
        color.rgb.map { rgb in
            [rgb.red, rgb.green, rgb.blue].map { value in
                let part = Double(value) / 255
                return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
        }
    }

    static func contrast(_ one: Channels, _ other: Channels) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ color: Channels) -> Double {
        0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
    }

    enum Kind: String, CaseIterable {
        case usual, protanopia, deuteranopia, tritanopia

        /// How far apart this eye sees two colours (CIE 1976).
        func difference(_ one: Channels, _ other: Channels) -> Double {
            sqrt(zip(lab(one), lab(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
        }

        private func lab(_ color: Channels) -> Channels {
            let seen = matrix.map { row in min(1, max(0, zip(row, color).reduce(0) { $0 + $1.0 * $1.1 })) }
            let x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505
            let z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089
            let (a, b, c) = (curve(x), curve(Eye.luminance(seen)), curve(z))
            return [116 * b - 16, 500 * (a - b), 200 * (b - c)]
        }

        private func curve(_ value: Double) -> Double {
            value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
        }

        private var matrix: [Channels] {
            switch self {
            case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protanopia:
                [
                    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                    [-0.003882, -0.048116, 1.051998],
                ]
            case .deuteranopia:
                [
                    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                    [-0.011820, 0.042940, 0.968881],
                ]
            case .tritanopia:
                [
                    [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                    [0.004733, 0.691367, 0.303900],
                ]
            }
        }
    }
}
