#version 440

// Bars with rounded corners, each in its own colour.

layout(location = 0) in vec2 at;
layout(location = 1) in vec2 halfSize;
layout(location = 2) in vec4 fill;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 look;
} u;

void main() {
    float radius = min(u.look.x, min(halfSize.x, halfSize.y));
    vec2 q = abs(at) - halfSize + radius;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
    float cover = clamp(0.5 - d * u.look.y, 0.0, 1.0);
    fragment = vec4(fill.rgb, 1.0) * fill.a * cover * u.look.z;
}
