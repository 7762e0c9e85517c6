import Terminal
import TestKit
import Widgets

/// The widget in a grid of this size, as rows of text without trailing blanks.
func drawn(_ widget: some Widget, _ width: Int, _ height: Int) -> [String] {
    drawing(of: grid(of: widget, width, height))
}

func grid(of widget: some Widget, _ width: Int, _ height: Int) -> Grid {
    var grid = Grid(Size(width: width, height: height))
    grid.draw(widget, in: grid.bounds)
    return grid
}
