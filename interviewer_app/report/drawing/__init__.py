"""What every page is drawn with: type, text, pictures, layout, the canvas. Imported by report."""
