"""The drawing style of every standard control: Fusion's geometry, our flat strokes. For app (install) only.

A table per kind of element names the function that draws it; what is not in a
table is Fusion's. `styleHint` and `subElementRect` stay in C++ on purpose:
views call them hundreds of times per paint.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from interviewer_app.ui.overriding import override
from interviewer_app.ui.style import (
    draw_controls,
    draw_fields,
    draw_menus,
    draw_scroll,
    focus_ring,
    theme,
)

Draw = Callable[[QStyle, QStyleOption, QPainter, QWidget | None], None]
DrawComplex = Callable[[QStyle, QStyleOptionComplex, QPainter, QWidget | None], None]
Measure = Callable[[QStyle, QStyleOption, QSize, QWidget | None], QSize]

_P = QStyle.PrimitiveElement
_C = QStyle.ControlElement
_X = QStyle.ComplexControl
_T = QStyle.ContentsType
_M = QStyle.PixelMetric

_PRIMITIVES: Final[dict[QStyle.PrimitiveElement, Draw]] = {
    _P.PE_FrameFocusRect: draw_controls.nothing,
    _P.PE_IndicatorCheckBox: draw_controls.check_box,
    _P.PE_PanelButtonCommand: draw_controls.panel,
    _P.PE_PanelButtonTool: draw_controls.panel,
    _P.PE_PanelItemViewItem: draw_controls.item_panel,
    _P.PE_IndicatorArrowDown: draw_controls.arrow_down,
    _P.PE_IndicatorArrowUp: draw_controls.arrow_up,
    _P.PE_PanelLineEdit: draw_fields.line_edit,
    _P.PE_FrameLineEdit: draw_fields.line_edit_frame,
    _P.PE_Frame: draw_fields.frame,
    _P.PE_PanelMenu: draw_menus.panel,
    _P.PE_FrameMenu: draw_menus.panel,
    _P.PE_PanelTipLabel: draw_menus.panel,
    _P.PE_PanelScrollAreaCorner: draw_controls.nothing,
}
_CONTROLS: Final[dict[QStyle.ControlElement, Draw]] = {
    _C.CE_PushButton: draw_controls.push_button,
    _C.CE_MenuBarItem: draw_menus.bar_item,
    _C.CE_MenuBarEmptyArea: draw_menus.bar_rest,
    _C.CE_MenuItem: draw_menus.item,
    _C.CE_Splitter: draw_controls.splitter,
    _C.CE_Header: draw_fields.header_words,
    _C.CE_HeaderSection: draw_fields.header_section,
    _C.CE_HeaderEmptyArea: draw_fields.header_section,
    _C.CE_ComboBoxLabel: draw_fields.combo_label,
}
_COMPLEX: Final[dict[QStyle.ComplexControl, DrawComplex]] = {
    _X.CC_ScrollBar: draw_scroll.scroll_bar,
    _X.CC_ComboBox: draw_fields.combo_box,
    _X.CC_SpinBox: draw_fields.spin_box,
    _X.CC_ToolButton: draw_controls.tool_button,
}
_SIZES: Final[dict[QStyle.ContentsType, Measure]] = {
    _T.CT_PushButton: draw_controls.push_button_size,
    _T.CT_ToolButton: draw_controls.tool_button_size,
    _T.CT_LineEdit: draw_fields.field_size,
    _T.CT_ComboBox: draw_fields.combo_size,
    _T.CT_SpinBox: draw_fields.field_size,
    _T.CT_MenuBarItem: draw_menus.bar_item_size,
    _T.CT_MenuItem: draw_menus.item_size,
    _T.CT_HeaderSection: draw_fields.header_size,
}
_METRICS: Final[dict[QStyle.PixelMetric, int]] = {
    _M.PM_ScrollBarExtent: 10,
    _M.PM_ScrollBarSliderMin: 32,
    # Told here because an editor asks at every key press; Fusion says the same.
    _M.PM_ScrollView_ScrollBarOverlap: 0,
    _M.PM_SplitterWidth: 1,
    _M.PM_IndicatorWidth: 16,
    _M.PM_IndicatorHeight: 16,
    _M.PM_CheckBoxLabelSpacing: 8,
    _M.PM_SmallIconSize: 16,
    _M.PM_ButtonIconSize: 16,
    _M.PM_LineEditIconSize: 16,
    _M.PM_MenuPanelWidth: 1,
    _M.PM_MenuHMargin: 0,
    _M.PM_MenuVMargin: 4,
    _M.PM_MenuBarPanelWidth: 0,
    _M.PM_MenuBarHMargin: 8,
    _M.PM_MenuBarVMargin: 0,
    _M.PM_MenuBarItemSpacing: 0,
    _M.PM_ToolTipLabelFrameWidth: 6,
    _M.PM_HeaderMargin: 8,
    _M.PM_ButtonShiftHorizontal: 0,
    _M.PM_ButtonShiftVertical: 0,
}
# Qt adds 2 to a line edit's frame; together the words stand 8 px from the edge.
_FIELD_FRAME: Final = 6
# Room for the accented edge, which the text would otherwise cover.
_EDITOR_FRAME: Final = 3
_EDIT_FIELDS: Final = {
    (_X.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField),
    (_X.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField),
}
# One pixel stays one pixel at any text size.
_UNSCALED: Final = {_M.PM_SplitterWidth, _M.PM_MenuPanelWidth, _M.PM_MenuBarPanelWidth}


class InterviewerStyle(QProxyStyle):
    """Fusion with our tables in front."""

    def __init__(self) -> None:
        super().__init__("fusion")
        self._metrics: dict[QStyle.PixelMetric, int] = {}
        self._rescale()
        theme.watch().changed.connect(self._rescale)

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(self, option, painter, widget)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _CONTROLS.get(element)
        if draw is None:
            super().drawControl(element, option, painter, widget)
        else:
            draw(self, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = _COMPLEX.get(control)
        if draw is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            draw(self, option, painter, widget)

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        known = self._metrics.get(metric)
        if metric == _M.PM_DefaultFrameWidth and widget is not None:
            if isinstance(widget, QLineEdit):
                return theme.px(_FIELD_FRAME)
            if draw_fields.is_editor(widget):
                return _EDITOR_FRAME
        return super().pixelMetric(metric, option, widget) if known is None else known

    @override
    def sizeFromContents(
        self,
        ct: QStyle.ContentsType,
        opt: QStyleOption,
        contentsSize: QSize,
        w: QWidget | None = None,
    ) -> QSize:
        if ct == _T.CT_ScrollBar:
            # A table asks a hundred times while it is laid out; Fusion would ask us back twice each time.
            extent, shortest = self._metrics[_M.PM_ScrollBarExtent], self._metrics[_M.PM_ScrollBarSliderMin]
            return draw_scroll.size(opt, extent, shortest)
        theirs = super().sizeFromContents(ct, opt, contentsSize, w)  # type: ignore[arg-type]  # may be None
        measure = _SIZES.get(ct)
        return theirs if measure is None else measure(self, opt, theirs, w)

    @override
    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        w: QWidget | None = None,
    ) -> QRect:
        if cc == _X.CC_ScrollBar:
            return draw_scroll.part(opt, sc, self._metrics[_M.PM_ScrollBarSliderMin])
        rect = super().subControlRect(cc, opt, sc, w)  # type: ignore[arg-type]  # may be None
        if (cc, sc) in _EDIT_FIELDS:
            rect.setLeft(rect.left() + theme.px(_FIELD_FRAME - 2))
        return rect

    def _rescale(self) -> None:
        self._metrics = {
            metric: value if metric in _UNSCALED else theme.px(value) for metric, value in _METRICS.items()
        }


def install(app: QApplication) -> None:
    """Put the style on the application, once, before the first widget; the focus ring comes with it."""
    app.setStyle(InterviewerStyle())
    focus_ring.install(app)
