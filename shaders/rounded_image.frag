#version 440

// A picture with rounded corners and a hairline frame inside its edge.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 qt_Matrix;
    float qt_Opacity;
    float radius; // logical pixels
    float ratio;  // device pixels a logical one
    vec2 extent;  // logical pixels
    vec4 frame;   // premultiplied
};

layout(binding = 1) uniform sampler2D source;

void main() {
    vec2 q = abs((qt_TexCoord0 - 0.5) * extent) - extent * 0.5 + radius;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
    float cover = clamp(0.5 - d * ratio, 0.0, 1.0);
    float line = clamp(0.5 - (abs(d + 0.5) - 0.5) * ratio, 0.0, 1.0);
    vec4 color = texture(source, qt_TexCoord0);
    color = frame * line + color * (1.0 - frame.a * line);
    fragment = color * cover * qt_Opacity;
}
