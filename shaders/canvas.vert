#version 440

layout(location = 0) in vec4 position;
layout(location = 1) in vec2 point; // logical pixels from the grid's top left corner
layout(location = 0) out vec2 at;

layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 size;       // grid width and height in logical pixels, device pixel ratio, opacity
    vec4 grid;       // columns, rows, picture (0..1: swatches to picture), unused
    vec4 ghost;      // strength of the planned order (0..1), its moving front (0..1 of the steps), unused
    vec4 layer;      // how much of a layer shows (0..1), its blend, colours by step (0) or value (1), grid lines (0..1)
    vec4 emptyFill;  // straight alpha, like all colours here
    vec4 emptyLine;
    vec4 glow;
    vec4 glowEdge;
    vec4 nextDot;    // not "dot": a GLSL function's name is mangled, and the uniform would not be found
    vec4 gridLine;
} u;

out gl_PerVertex { vec4 gl_Position; };

void main() {
    at = point;
    gl_Position = u.matrix * position;
}
