#pragma once

#include "photo_home.h"
#include "studio_app.h"
#include "window_robot.h"

#include <QtCore/QDir>
#include <QtCore/QSize>
#include <QtQml/QQmlApplicationEngine>

#include <functional>
#include <memory>

/// How a window looks.
struct PhotoLook {
  QSize size;
  QString theme;
  double textScale = 1;
};

/// The real program's window in one look, from its start on, worked through all its pages and sheets.
class PhotoSession : public QObject {
 public:
  /// `only`: names of the pictures to take; empty = all.
  PhotoSession(PhotoHome& home, const PhotoLook& look, const QDir& folder, const QStringList& only);
  ~PhotoSession() override;

  void takeAll();

 protected:
  /// While frozen, no report of the run that is being made arrives: the window stands still in its midst.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void open(PhotoHome& home);
  void takeCreate();
  void takeSheets();
  void takeRace();
  void takeGallery();
  void takeModels();
  void takeRunning();

  void take(const char* name, int restMs = 700);
  void click(const char* name, QPointF share = {0.5, 0.5}, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
  void leave() const;
  void pointNowhere() const;
  int patchOfStep(int step) const;
  QPointF shareOf(int position) const;
  void choose(const char* subject);
  void waitReady();
  void waitFor(const char* what, const std::function<bool()>& holds) const;

  PhotoLook m_look;
  QDir m_folder;
  QString m_models;  // where they are
  QStringList m_only;
  bool m_frozen = false;
  int m_steps = 0;  // made of the run that freezes
  std::unique_ptr<lpd::studio::StudioApp> m_studio;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  WindowRobot m_robot;
};
