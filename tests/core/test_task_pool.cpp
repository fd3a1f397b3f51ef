#include "base/task_pool.h"

#include <QtTest/QtTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using lpd::TaskPool;

class TestTaskPool : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void runsEveryTaskOnce_data() {
    QTest::addColumn<int>("threads");
    for (const int threads : {1, 2, 5})
      QTest::addRow("%d threads", threads) << threads;
  }
  void runsEveryTaskOnce() {
    QFETCH(int, threads);
    TaskPool pool(threads);
    QCOMPARE(pool.threads(), threads);
    for (int tasks : {0, 1, 2, 7, 1000}) {
      std::vector<std::atomic<int>> calls(tasks);
      pool.run(tasks, [&](std::int64_t task) { ++calls[task]; });
      for (const auto& count : calls)
        QCOMPARE(count.load(), 1);
    }
  }

  void servesSeveralCallersAtOnce() {
    TaskPool pool(3);
    std::atomic<bool> right{true};
    std::vector<std::jthread> callers;
    for (int caller = 0; caller < 4; ++caller)
      callers.emplace_back([&] {
        for (int round = 0; round < 500; ++round) {
          std::atomic<std::int64_t> sum{0};
          pool.run(20, [&](std::int64_t task) { sum += task; });
          if (sum != 190) right = false;
        }
      });
    callers.clear();
    QVERIFY(right);
  }

  void rethrowsTheFirstExceptionAfterAllTasks() {
    TaskPool pool(4);
    std::atomic<int> calls{0};
    const auto failing = [&](std::int64_t task) {
      ++calls;
      if (task % 3 == 0) throw std::runtime_error("task");
    };
    QVERIFY_EXCEPTION_THROWN(pool.run(50, failing), std::runtime_error);
    QCOMPARE(calls.load(), 50);
    pool.run(3, [&](std::int64_t) { ++calls; });
    QCOMPARE(calls.load(), 53);
  }

  void wakesHelpersThatSleep() {
    TaskPool pool(2);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    // Two tasks that wait for each other: only two threads can finish them.
    std::atomic<int> arrived{0};
    pool.run(2, [&](std::int64_t) {
      ++arrived;
      while (arrived < 2)
        std::this_thread::yield();
    });
    QCOMPARE(arrived.load(), 2);
  }
};

QTEST_APPLESS_MAIN(TestTaskPool)
#include "test_task_pool.moc"
