#version 440

// Digits from an atlas (coverage in red, shadow in green) in the colour of their number; white ones on a soft shadow.

layout(location = 0) in vec2 at;
layout(location = 1) in float shaded;
layout(location = 2) in vec4 color;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    float opacity;
} u;

layout(binding = 1) uniform sampler2D atlas;

void main() {
    vec2 texel = texture(atlas, at).rg;
    float ink = texel.r * color.a;
    float shadow = 0.4 * texel.g * shaded * color.a;
    fragment = vec4(color.rgb * ink, ink + shadow * (1.0 - ink)) * u.opacity;
}
