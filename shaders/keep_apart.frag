#version 440

// What the keep-apart rule keeps free around a patch: a shaded square with a soft light from its middle and a dashed
// edge. The patch itself is left out.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 qt_Matrix;
    float qt_Opacity;
    float ratio;  // device pixels a logical one
    float dashed; // 1: dashes, 0: a thin solid line and no shade
    vec2 extent;  // of the item, logical pixels
    vec4 hole;    // the patch: x, y, width, height
    vec4 tint;    // premultiplied, as effects get their colours
    vec4 shade;
};

const float kRadius = 6.0, kDash = 5.0, kGap = 4.0;

float roundedBox(vec2 p, vec2 halfSize, float radius) {
    vec2 q = abs(p) - halfSize + radius;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

float cover(float d) { return clamp(0.5 - d * ratio, 0.0, 1.0); }

vec4 over(vec4 below, vec4 color, float share) { return color * share + below * (1.0 - color.a * share); }

void main() {
    vec2 at = qt_TexCoord0 * extent;
    vec2 middle = hole.xy + hole.zw * 0.5;
    float box = roundedBox(at - extent * 0.5, extent * 0.5 - 1.0, kRadius);
    float outside = 1.0 - cover(roundedBox(at - middle, hole.zw * 0.5, 4.0));
    float reach = max(extent.x, extent.y) * 0.5;
    float light = exp(-pow(length(at - middle) / (reach * 0.55), 2.0));

    vec4 color = vec4(0.0);
    color = over(color, shade, dashed * outside * cover(box));
    color = over(color, tint, 0.42 * dashed * light * outside * cover(box));

    // Along the edge: the longer of the two ways to the corner says which side this is.
    vec2 fromEdge = min(at, extent - at);
    float along = fromEdge.y < fromEdge.x ? at.x : at.y;
    float inDash = mod(along, kDash + kGap);
    float dash = mix(1.0, clamp((kDash - inDash) * ratio + 0.5, 0.0, 1.0), dashed);
    float line = cover(abs(box + 0.75) - mix(0.5, 0.75, dashed));
    color = over(color, tint, line * dash);
    fragment = color * qt_Opacity;
}
