#include "base/number_text.h"

#include <lpd/files.h>
#include <lpd/trace.h>

#include <string>
#include <vector>

namespace lpd {

namespace {

template <class Item, class Write>
std::string list(const std::vector<Item>& items, Write write) {
  std::string text = "[";
  for (const Item& item : items)
    text += (text.size() > 1 ? "," : "") + write(item);
  return text + "]";
}

template <class Number>
std::string numbers(const std::vector<Number>& values) {
  return list(values, numberText<Number>);
}

std::string choices(const std::vector<TokenChoice>& alternatives) {
  return list(alternatives, [](const TokenChoice& choice) {
    return "[" + numberText(choice.token) + "," + numberText(choice.probability) + "]";
  });
}

std::string step(const StepRecord& record) {
  return "\n    {\"step\":" + numberText(record.step) + ",\"positions\":" + numbers(record.positions) +
         ",\"tokens\":" + numbers(record.tokens) + ",\"probability\":" + numbers(record.probability) +
         ",\"entropy\":" + numbers(record.entropy) + ",\"alternatives\":" + list(record.alternatives, choices) +
         ",\"ms\":" + numberText(record.elapsedMs) + "}";
}

std::string image(const Trace& trace) {
  const ImagePlan& plan = trace.plan;
  return "{\"image\":" + numberText(plan.image) + ",\"grid\":[" + numberText(plan.grid.height) + "," +
         numberText(plan.grid.width) + "],\n   \"order\":" + numbers(plan.order) +
         ",\n   \"group_sizes\":" + numbers(plan.groupSizes) + ",\n   \"steps\":" + list(trace.steps, step) + "}";
}

}  // namespace

// {"version":1,"images":[{"image","grid":[H,W],"order","group_sizes","steps":[{"step","positions","tokens",
// "probability","entropy" (bits),"alternatives":[[[token,probability]..]..],"ms"}..]}..]}
void writeTraces(const std::filesystem::path& file, const std::vector<Trace>& traces) {
  AtomicFile out(file);
  out.write("{\"version\":1,\"images\":[");
  for (std::size_t i = 0; i < traces.size(); ++i)
    out.write((i > 0 ? ",\n  " : "\n  ") + image(traces[i]));
  out.write("]}\n");
  out.commit();
}

}  // namespace lpd
