/** Lines filled to this share of their width are never too few: no renderer needed more in 808 texts. */
export const LINE_FILL = 0.99;

/** The share of its box's height that text takes at most: LibreOffice shrinks text that is overfull by a point. */
export const HEIGHT_FILL = 0.99;
