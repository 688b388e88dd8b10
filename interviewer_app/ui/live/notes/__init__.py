"""The notes of the call: editor, gutter, tags, find, hints. For the live screen and the ribbon."""
