#version 440

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texel;
layout(location = 2) in float shadow;
layout(location = 3) in vec4 ink; // straight alpha
layout(location = 0) out vec2 at;
layout(location = 1) out float shaded;
layout(location = 2) out vec4 color;

layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    float opacity;
} u;

out gl_PerVertex { vec4 gl_Position; };

void main() {
    at = texel;
    shaded = shadow;
    color = ink;
    gl_Position = u.matrix * vec4(position, 0.0, 1.0);
}
