#pragma once

#include <stdexcept>
#include <string>

namespace lpd {

/// What kind of failure an Error is; the command line's exit status and the studio's icon depend on it.
enum class ErrorCode {
  Usage,        ///< a value the caller chose is out of range or contradicts another (exit status 2)
  NotFound,     ///< a file, model, class or tensor does not exist
  InvalidFile,  ///< a file exists but its content is broken or of another kind
  Io,           ///< the operating system refused to read or write
  Unsupported,  ///< this build or this machine cannot do it
  OutOfMemory,  ///< host or device memory is exhausted
  Diverged,     ///< training's loss is no longer a number
  Internal,     ///< a defect of this program
};

/// The one exception type that leaves core. `what()` says in one line what is wrong and where; `hint()` says in
/// one line how to mend it, or is empty. Neither ends in a full stop. Cancelling is an outcome, never an Error.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  ErrorCode code() const { return code_; }
  const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace lpd
