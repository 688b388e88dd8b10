"""One form for every screen: fields by kind, rows with what follows from them. For the screens of ui."""
