"""The packet screen: the PDF as it will be, page by page, and where it goes."""
