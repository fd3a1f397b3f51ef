#version 440

// The shadow of a rounded rectangle, as a Gaussian of its distance.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 qt_Matrix;
    float qt_Opacity;
    float radius;
    float blur;   // logical pixels
    float spread; // how far the item reaches past the rectangle, logical pixels
    vec2 extent;  // of the item, logical pixels
    vec4 tint;    // premultiplied
};

void main() {
    vec2 p = (qt_TexCoord0 - 0.5) * extent;
    vec2 q = abs(p) - (extent * 0.5 - spread) + radius;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
    float sigma = blur * 0.5;
    float strength = 1.0 / (1.0 + exp(1.702 * d / sigma));
    fragment = tint * strength * qt_Opacity;
}
