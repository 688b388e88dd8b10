"""The drawer with the keys of the screen and the pages of guidance. Imported by ui/shell."""
