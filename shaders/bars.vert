#version 440

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;   // from the bar's middle, logical pixels
layout(location = 2) in vec2 extent;  // half of the bar's size
layout(location = 3) in vec4 color;   // straight alpha
layout(location = 0) out vec2 at;
layout(location = 1) out vec2 halfSize;
layout(location = 2) out vec4 fill;

layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 look; // radius, device pixels a logical one, opacity, unused
} u;

out gl_PerVertex { vec4 gl_Position; };

void main() {
    at = place;
    halfSize = extent;
    fill = color;
    gl_Position = u.matrix * vec4(position, 0.0, 1.0);
}
