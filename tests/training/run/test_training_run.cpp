#include "training/data/token_cache.h"
#include "training/error_text.h"
#include "training/run/checkpoint.h"
#include "training/run/config_reader.h"
#include "training/run/metrics.h"
#include "training/run/noise.h"
#include "training/run/processes.h"

#include <lpd/error.h>
#include <lpd/files.h>

#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

using namespace lpd;
using namespace lpd::training;
namespace fs = std::filesystem;

namespace {

Checkpoint sampleCheckpoint(std::int64_t step) {
  Checkpoint checkpoint;
  checkpoint.step = step;
  checkpoint.tensors["weight"] = torch::arange(6, torch::kFloat32).view({2, 3}) + static_cast<double>(step);
  checkpoint.tensors["count"] = torch::tensor({std::int64_t{1} << 40}, torch::kInt64);
  checkpoint.state["best"] = 0.1 * static_cast<double>(step);
  return checkpoint;
}

/// Runs `work` in a child process that says through its exit status whether all was well.
template <class Work>
pid_t inChild(const Work& work) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  int status = 1;
  try {
    status = work() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "child: %s\n", error.what());
  }
  ::_exit(status);
}

int statusOf(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

}  // namespace

class TestTrainingRun : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  fs::path file(const std::string& name) const { return fs::path(folder_.path().toStdString()) / name; }
  fs::path written(const std::string& name, const std::string& text) const {
    writeFile(file(name), text);
    return file(name);
  }
  fs::path freshFolder(const std::string& name) const {
    fs::create_directories(file(name));
    return file(name);
  }

 private Q_SLOTS:
  // Before any test starts LibTorch's threads, which do not survive a fork.
  void twoProcessesSumAverageAndBroadcast() {
    const auto run = [&](int rank) {
      return inChild([rank] {
        ::setenv("RANK", std::to_string(rank).c_str(), 1);
        ::setenv("WORLD_SIZE", "2", 1);
        ::setenv("MASTER_ADDR", "127.0.0.1", 1);
        ::setenv("MASTER_PORT", std::to_string(20000 + ::getppid() % 20000).c_str(), 1);
        const auto processes = Processes::meet(ProcessPlace::fromEnvironment(), torch::kCPU);
        std::vector<torch::Tensor> tensors{torch::full({2, 3}, rank + 1.0), torch::full({5}, rank * 10.0)};
        processes->average(tensors);
        bool right =
            torch::equal(tensors[0], torch::full({2, 3}, 1.5)) && torch::equal(tensors[1], torch::full({5}, 5.0));
        processes->sum(tensors);
        right = right && torch::equal(tensors[0], torch::full({2, 3}, 3.0));
        std::vector<torch::Tensor> start{torch::full({4}, rank + 7.0)};
        processes->broadcast(start);
        right = right && torch::equal(start[0], torch::full({4}, 7.0));
        return right && processes->sum(rank + 0.25) == 1.5 && processes->any(rank == 1) && !processes->any(false);
      });
    };
    const pid_t first = run(0), second = run(1);
    QCOMPARE(statusOf(first), 0);
    QCOMPARE(statusOf(second), 0);
  }

  void readsItsPlaceFromTorchrunAndSlurm() {
    ::setenv("SLURM_PROCID", "3", 1);
    ::setenv("SLURM_NTASKS", "4", 1);
    ::setenv("SLURM_LOCALID", "1", 1);
    auto place = ProcessPlace::fromEnvironment();
    QCOMPARE(place.rank, 3);
    QCOMPARE(place.size, 4);
    QCOMPARE(place.localRank, 1);
    ::setenv("RANK", "0", 1);
    QVERIFY(mentions(errorOf([] { ProcessPlace::fromEnvironment(); }), "WORLD_SIZE"));
    ::setenv("WORLD_SIZE", "2", 1);
    place = ProcessPlace::fromEnvironment();
    QCOMPARE(place.rank, 0);
    QCOMPARE(place.size, 2);
    ::setenv("RANK", "2", 1);
    QVERIFY(mentions(errorOf([] { ProcessPlace::fromEnvironment(); }), "RANK=2"));
    for (const char* name : {"SLURM_PROCID", "SLURM_NTASKS", "SLURM_LOCALID", "RANK", "WORLD_SIZE"})
      ::unsetenv(name);
    QCOMPARE(ProcessPlace::fromEnvironment().size, 1);
  }

  void sharesOfABatchCoverItOnce() {
    std::int64_t next = 0;
    for (int rank = 0; rank < 3; ++rank) {
      const auto share = BatchShare::of(12, {rank, 3, rank});
      QCOMPARE(share.first, next);
      next += share.count;
    }
    QCOMPARE(next, 12);
    QVERIFY(mentions(errorOf([] { BatchShare::of(10, {0, 3, 0}); }), "does not divide"));
  }

  void refusesUnknownAndMistypedSettings() {
    const auto path = written("config.json", R"({"steps": 10, "rate": "fast", "modle": {"width": 4}})");
    ConfigReader config(path);
    QCOMPARE(config.integer("steps", 1, 100), 10);
    QCOMPARE(config.integer("batch", 1, 100, 8), 8);
    QVERIFY(mentions(errorOf([&] { config.number("rate", 0, 1); }), "rate"));
    QVERIFY(mentions(errorOf([&] { config.number("decay", 0, 1); }), "'decay' is missing"));
    const auto unknown = errorOf([&] { config.finish(); });
    QVERIFY2(mentions(unknown, "modle") && mentions(unknown, path.string()), unknown.c_str());
    auto model = config.object("modle");
    QVERIFY(mentions(errorOf([&] { model.finish(); }), "modle.width"));
    QCOMPARE(model.integer("width", 1, 8), 4);
    model.finish();
    config.finish();
    QVERIFY(mentions(errorOf([&] { ConfigReader(written("broken.json", "{\"steps\": 1,,}")); }), "broken.json"));
  }

  void noiseDependsOnItsAddressAlone() {
    const auto word = [](std::uint64_t seed, std::int64_t step, Purpose purpose, std::uint32_t item) {
      return noise(seed, step, purpose, item).next32();
    };
    const auto one = word(1, 100, Purpose::Pictures, 5);
    QCOMPARE(word(1, 100, Purpose::Pictures, 5), one);
    QVERIFY(word(2, 100, Purpose::Pictures, 5) != one);
    QVERIFY(word(1, 101, Purpose::Pictures, 5) != one);
    QVERIFY(word(1, 100, Purpose::Order, 5) != one);
    QVERIFY(word(1, 100, Purpose::Pictures, 6) != one);
  }

  void keepsTheLastTwoCheckpoints() {
    const CheckpointFolder folder(freshFolder("two"));
    QVERIFY(!folder.latest());
    for (const int step : {5, 90, 1000})
      folder.save(sampleCheckpoint(step));
    QCOMPARE(std::distance(fs::directory_iterator(file("two")), {}), 2);
    const auto latest = folder.latest();
    QCOMPARE(latest->step, 1000);
    QVERIFY(torch::equal(latest->get("weight", {2, 3}), sampleCheckpoint(1000).tensors["weight"]));
    QCOMPARE(latest->get("count", {1}).item<std::int64_t>(), std::int64_t{1} << 40);
    QCOMPARE(latest->state["best"].get<double>(), 100.0);
    QVERIFY(mentions(errorOf([&] { latest->get("weight", {3, 2}); }), "weight"));
    QVERIFY(mentions(errorOf([&] { latest->get("bias", {3}); }), "bias"));
  }

  void aBrokenCheckpointNamesTheOneBefore() {
    const CheckpointFolder folder(freshFolder("broken"));
    folder.save(sampleCheckpoint(1));
    const auto good = folder.latestFile();
    folder.save(sampleCheckpoint(2));
    fs::resize_file(folder.latestFile(), fs::file_size(folder.latestFile()) - 8);
    const auto error = errorOf([&] { folder.latest(); });
    QVERIFY2(mentions(error, good.string()), error.c_str());
  }

  void aFullDiskLeavesTheCheckpointBefore() {
    const auto place = freshFolder("full");
    const CheckpointFolder folder(place);
    folder.save(sampleCheckpoint(1));
    const auto good = folder.latestFile();
    auto large = sampleCheckpoint(2);
    large.tensors["ballast"] = torch::zeros({1 << 18});
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{1 << 16, before.rlim_max};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto error = errorOf([&] { folder.save(large); });
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY2(mentions(error, good.string()), error.c_str());
    QCOMPARE(folder.latest()->step, 1);
    QCOMPARE(std::distance(fs::directory_iterator(place), {}), 1);
  }

  void killedWhileSavingTheCheckpointBeforeStays() {
    const auto place = freshFolder("killed");
    const CheckpointFolder folder(place);
    folder.save(sampleCheckpoint(1));
    for (int round = 0; round < 5; ++round) {
      const pid_t child = inChild([&] {
        auto large = sampleCheckpoint(2);
        large.tensors["ballast"] = torch::zeros({1 << 22});
        for (int step = 2; step < 10000; ++step) {
          large.step = step;
          folder.save(large);
        }
        return true;
      });
      ::usleep(static_cast<useconds_t>(15000 + 7000 * round));
      ::kill(child, SIGKILL);
      statusOf(child);
      QVERIFY(folder.latest()->step >= 1);
    }
    folder.save(sampleCheckpoint(20000));
    for (const auto& entry : fs::directory_iterator(place))
      QVERIFY(entry.path().filename().string().starts_with("checkpoint-"));
  }

  void aLossThatIsNoNumberNamesTheLastGoodCheckpoint() {
    const CheckpointFolder folder(freshFolder("nan"));
    requireFiniteLoss(1.5, 1, folder);
    folder.save(sampleCheckpoint(7));
    for (const double loss : {std::nan(""), HUGE_VAL}) {
      const auto error = errorOf([&] { requireFiniteLoss(loss, 9, folder); });
      QVERIFY2(mentions(error, "step 9") && mentions(error, folder.latestFile().string()), error.c_str());
    }
  }

  void metricsGoOnFromTheCheckpointsStep() {
    const auto path = file("metrics.csv");
    {
      MetricsFile metrics(path, {"loss", "psnr"}, std::nullopt);
      for (int step = 1; step <= 4; ++step)
        metrics.add(step, std::vector<double>{1.0 / step, std::nan("")});
    }
    writeFile(path, readFile(path) + "5,0.2");  // torn by a kill
    {
      MetricsFile metrics(path, {"loss", "psnr"}, 2);
      QCOMPARE(metrics.last("loss"), 0.5);
      QVERIFY(std::isnan(metrics.last("psnr")));
      metrics.add(3, std::vector<double>{0.5, 20.25});
    }
    QCOMPARE(readFile(path), std::string("step,loss,psnr\n1,1,\n2,0.5,\n3,0.5,20.25\n"));
    QVERIFY(mentions(errorOf([&] { MetricsFile(path, {"loss"}, 2); }), "columns"));
  }

  void tokenCachesComeBackAsTheyWere() {
    TokenCache cache{{1, 2}, 10, std::string(64, 'a'), {"cat", "dog"}, {}, {}};
    cache.train = {2, {0, 1, 1, 0, 9, 2, 2, 9}, {1, 0}};
    cache.heldout = {2, {3, 4, 4, 3}, {1}};
    writeTokenCache(file("tokens.safetensors"), cache);
    const auto back = readTokenCache(file("tokens.safetensors"));
    QVERIFY(back.grid == cache.grid);
    QCOMPARE(back.vocab, 10);
    QCOMPARE(back.tokenizerSha256, cache.tokenizerSha256);
    QVERIFY(back.classNames == cache.classNames);
    QVERIFY(back.train.tokens == cache.train.tokens && back.train.labels == cache.train.labels);
    QVERIFY(back.heldout.tokens == cache.heldout.tokens);
    const auto flipped = back.train.picture(1, true);
    QVERIFY(std::vector<std::int32_t>(flipped.begin(), flipped.end()) == (std::vector<std::int32_t>{2, 9}));
    cache.train.tokens[0] = 10;
    writeTokenCache(file("bad.safetensors"), cache);
    QVERIFY(mentions(errorOf([&] { readTokenCache(file("bad.safetensors")); }), "token 10"));
  }
};

QTEST_APPLESS_MAIN(TestTrainingRun)
#include "test_training_run.moc"
