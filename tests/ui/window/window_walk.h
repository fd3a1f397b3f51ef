#pragma once

#include <QColor>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

/// What a walk over the window's items finds, in the order in which they are painted.
namespace window_walk {

/// The outermost item: the window's content with what floats over it.
QQuickItem* rootOf(const QQuickWindow* window);

/// The first visible item of that name in paint order; null where there is none.
QQuickItem* itemNamed(const QQuickWindow* window, const QString& name);

/// Whether a person could see the item: shown, not faded out, not scrolled or clipped away.
bool isSeen(const QQuickItem* item);

/// All items under `root` in paint order; what is not visible is left out with everything inside it.
QList<QQuickItem*> painted(QQuickItem* root);

/// Something to click, type into or drag.
bool isControl(const QQuickItem* item);

/// The opaque colour under an item's middle as the rectangles painted before it make it; invalid where a picture or a
/// shader is in between, which has no one colour.
QColor surfaceUnder(const QQuickItem* item, const QList<QQuickItem*>& inPaintOrder, const QColor& window);

/// WCAG 2.1: 1 to 21.
double contrast(const QColor& a, const QColor& b);

/// `top` as it looks on an opaque `below`.
QColor over(const QColor& top, const QColor& below, double opacity);

/// With that of everything around it.
double opacityOf(const QQuickItem* item);

/// "Button saveButton in TopBar", for messages.
QString nameOf(const QQuickItem* item);

}  // namespace window_walk
