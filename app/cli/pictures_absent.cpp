#include <lpd/animation.h>
#include <lpd/error.h>
#include <lpd/picture_io.h>

// Takes the place of core/imaging in builds without it: whatever needs a picture or an animation file says so.
namespace lpd {

namespace {

[[noreturn]] void refuse() {
  throw Error(ErrorCode::Unsupported, "this build of lpd neither reads nor writes pictures",
              "use --tokens-out or another data output here, and a full build for pictures");
}

}  // namespace

PictureFormat pictureFormat(const std::filesystem::path&) {
  refuse();
}
void writePicture(const std::filesystem::path&, const Image&, const PictureText&, const PictureWriteOptions&) {
  refuse();
}
Image readPicture(const std::filesystem::path&) {
  refuse();
}
PictureText recordText(const ImageRecord&) {
  refuse();
}
std::optional<ImageRecord> readRecord(const std::filesystem::path&) {
  refuse();
}
Image centreCrop(const Image&, int) {
  refuse();
}
Image makeSheet(const std::vector<Image>&, int, int) {
  refuse();
}
Image drawOrder(const Grid&, const Order&, const GroupSizes&, int) {
  refuse();
}
double psnr(const Image&, const Image&) {
  refuse();
}

Image drawStep(const Image&, const Grid&, const Order&, const GroupSizes&, int, const StepLook&) {
  refuse();
}
std::string animationCodec(const std::filesystem::path&) {
  refuse();
}
bool writeAnimation(const std::filesystem::path&, const Image&, const Grid&, const Order&, const GroupSizes&,
                    const AnimationOptions&, std::stop_token) {
  refuse();
}

}  // namespace lpd
