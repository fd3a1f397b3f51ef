#version 440

// How far two pictures are apart, pixel by pixel: black where they are equal, brighter with the distance.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 qt_Matrix;
    float qt_Opacity;
    float gain;
};

layout(binding = 1) uniform sampler2D first;
layout(binding = 2) uniform sampler2D second;

void main() {
    vec3 apart = abs(texture(first, qt_TexCoord0).rgb - texture(second, qt_TexCoord0).rgb);
    fragment = vec4(min(apart * gain, vec3(1.0)), 1.0) * qt_Opacity;
}
