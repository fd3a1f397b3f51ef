#pragma once

#include "gallery_details.h"
#include "gallery_filter.h"
#include "gallery_layout.h"
#include "gallery_model.h"
#include "gallery_selection.h"
#include "picture_comparison.h"
#include "recall.h"

#include <QtCore/QHash>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <functional>
#include <vector>

namespace lpd::studio {

class HistoryStore;
class ModelLibrary;
class PlanSettings;

/// The gallery: what it shows, and what can be done with its pictures.
class Gallery : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by StudioApp")
  Q_PROPERTY(lpd::studio::GalleryModel* model READ model CONSTANT)
  Q_PROPERTY(lpd::studio::GalleryFilter* filter READ filter CONSTANT)
  Q_PROPERTY(lpd::studio::GallerySelection* selection READ selection CONSTANT)
  Q_PROPERTY(lpd::studio::GalleryLayout* layout READ layout CONSTANT)
  Q_PROPERTY(lpd::studio::GalleryDetails* details READ details CONSTANT)
  Q_PROPERTY(lpd::studio::PictureComparison* comparison READ comparison CONSTANT)
  Q_PROPERTY(bool allStarred READ allStarred NOTIFY allStarredChanged)
  Q_PROPERTY(bool watching READ watching WRITE setWatching NOTIFY watchingChanged)

 public:
  /// All outlive this object.
  Gallery(HistoryStore& store, PlanSettings& plan, ModelLibrary& models, QObject* parent = nullptr);
  ~Gallery() override;

  GalleryModel* model() { return &m_model; }
  GalleryFilter* filter() { return &m_filter; }
  GallerySelection* selection() { return &m_selection; }
  GalleryLayout* layout() { return &m_layout; }
  GalleryDetails* details() { return &m_details; }
  PictureComparison* comparison() { return &m_comparison; }
  bool allStarred() const { return m_selection.allStarred(); }  ///< toggleStar() would take the stars away
  bool watching() const { return m_poll.isActive(); }
  /// The page is looked at: changes of other programs are looked for.
  void setWatching(bool watching);

  /// Stars the chosen pictures, or takes the star away where all have it.
  Q_INVOKABLE void toggleStar();
  Q_INVOKABLE void remove();
  Q_INVOKABLE void undoRemove();
  /// Shows the current picture's file in the file manager.
  Q_INVOKABLE void reveal();
  /// `part`: "all", "remix", "seed", "steps", "guidance", "model".
  Q_INVOKABLE void recall(const QString& part);
  Q_INVOKABLE void replay();
  /// Lets the current picture race against other orders.
  Q_INVOKABLE void race();
  /// Lets the chosen pictures, two to four, race against each other. The current one comes first if it is among them.
  Q_INVOKABLE void raceChosen();
  /// Asked before anything is done for a race: another model would end one that is being made.
  void setMayRace(std::function<bool()> mayRace) { m_mayRace = std::move(mayRace); }
  /// Shows the two chosen pictures together.
  Q_INVOKABLE void compare();
  Q_INVOKABLE void exportChosen();
  /// A file that was dropped on the window: settings and replay.
  Q_INVOKABLE void openFile(const QUrl& url);
  /// Whether a file that is being dragged could be one of ours.
  Q_INVOKABLE bool looksLikePicture(const QUrl& url) const;
  /// Calls back with the chosen pictures; their files are absolute.
  void withTargets(const std::function<void(const QList<HistoryRow>&)>& use);

 Q_SIGNALS:
  void allStarredChanged();
  void watchingChanged();
  void recalled(const QString& text);  ///< settings were taken over; what happened, in one sentence
  void pictureOpened(const std::shared_ptr<lpd::studio::Picture>& picture);
  void raceRequested(const std::vector<lpd::ImageRecord>& records);
  void exportRequested(const QStringList& files);
  void removed(int pictures);
  void failed(const QString& text, const QString& hint);

 private:
  using Use = std::function<void(const LoadedPicture&)>;
  void connectReader();
  void connectStore();
  void withRows(const QList<qint64>& ids, const std::function<void(const QList<HistoryRow>&)>& use);
  void load(const QString& file, const Use& use);
  void withCurrent(const std::function<void(const QString& file)>& use);
  void loadCurrent(const Use& use);
  void showDetails();
  void showComparison(const std::shared_ptr<const ComparedPictures>& pictures);
  void open(const QString& file, const Use& andThen);
  void explain(const LoadedPicture& loaded);
  void raceOf(const QList<qint64>& ids);
  void showRace(const std::vector<LoadedPicture>& pictures);
  void tell(const QString& done, const QString& problem);
  template <class Work>
  void post(Work work);

  HistoryStore& m_store;
  PlanSettings& m_plan;
  ModelLibrary& m_models;
  HistoryReader* m_reader;  // deleted by its thread's end
  GalleryModel m_model;
  GalleryFilter m_filter;
  GallerySelection m_selection;
  GalleryLayout m_layout;
  GalleryDetails m_details;
  PictureComparison m_comparison;
  QHash<quint64, Use> m_loads;
  QHash<quint64, std::function<void(const QList<HistoryRow>&)>> m_fetches;
  quint64 m_lastTicket = 0;
  std::function<bool()> m_mayRace = [] { return true; };
  QString m_shownFile;
  QTimer m_poll;
  QTimer m_countSoon;
  QTimer m_askAgain;
  QThread m_thread;
};

}  // namespace lpd::studio
