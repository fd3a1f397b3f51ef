#version 440

// The canvas in one pass: empty cells, the picture of finished patches, the group that is being made, dots where the
// next one goes, the planned order's colours, and the layer that explains the picture. `state` has one texel a
// position: how far it has been revealed, how much it glows, whether its dot shows. `steps` has its place in the order,
// 0..1, and whether it is known; `marks` its value, 0..1, whether that is known, and two thirds where it is outlined plus
// one third where the picture shows it.

layout(location = 0) in vec2 at;
layout(location = 0) out vec4 fragment;

layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 size;
    vec4 grid;
    vec4 ghost;
    vec4 layer;
    vec4 emptyFill;
    vec4 emptyLine;
    vec4 glow;
    vec4 glowEdge;
    vec4 nextDot;
    vec4 gridLine;
} u;

layout(binding = 1) uniform sampler2D picture;
layout(binding = 2) uniform sampler2D swatches;
layout(binding = 3) uniform sampler2D state;
layout(binding = 4) uniform sampler2D steps;
layout(binding = 5) uniform sampler2D stepColors;
layout(binding = 6) uniform sampler2D marks;
layout(binding = 7) uniform sampler2D heatColors;

float roundedBox(vec2 p, vec2 halfSize, float radius) {
    vec2 q = abs(p) - halfSize + radius;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

// How much of a device pixel lies inside a shape at signed distance d (logical pixels).
float cover(float d) { return clamp(0.5 - d * u.size.z, 0.0, 1.0); }

vec4 over(vec4 below, vec3 color, float alpha) { return vec4(color * alpha, alpha) + below * (1.0 - alpha); }

vec3 stepColor(float t) { return texture(stepColors, vec2((t * 255.0 + 0.5) / 256.0, 0.5)).rgb; }

vec3 heatColor(float t) { return texture(heatColors, vec2((t * 255.0 + 0.5) / 256.0, 0.5)).rgb; }

// The layer's colour over the muted picture.
vec3 underLayer(vec3 paint, vec3 layer) {
    float grey = dot(paint, vec3(0.2126, 0.7152, 0.0722));
    vec3 muted = clamp((mix(vec3(grey), paint, 0.12) * 0.88 - 0.5) * 1.6 + 0.5, 0.0, 1.0);
    return mix(muted, layer, u.layer.y);
}

// Lines on the left and upper edges of a cell, one logical pixel wide.
float gridLines(vec2 cell, vec2 fromCorner) {
    vec2 line = clamp(u.size.z - fromCorner * u.size.z + 0.5, 0.0, 1.0) * step(vec2(0.5), cell);
    return max(line.x, line.y);
}

// Swatches are smooth inside a patch and never bleed into the next one, which may be empty. Until a model's swatches
// are known, a patch shows the colour of its step.
vec3 patchColor(vec2 cell, vec2 inCell, float t, float pictured) {
    vec2 count = u.grid.xy;
    vec3 fine = texture(picture, at / u.size.xy).rgb;
    vec4 coarse = texture(swatches, (cell + clamp(inCell, vec2(0.125), vec2(0.875))) / count);
    vec3 straight = coarse.a > 0.0 ? coarse.rgb / coarse.a : stepColor(t);
    return mix(straight, fine, u.grid.z * pictured);
}

void main() {
    vec2 cellSize = u.size.xy / u.grid.xy;
    vec2 cell = floor(at / cellSize);
    float shortSide = min(cellSize.x, cellSize.y);
    float radius = min(4.0, shortSide * 0.16);
    float inset = min(1.5, shortSide * 0.06);
    float sigma = min(6.5, shortSide * 0.24);
    bool inside = all(greaterThanEqual(cell, vec2(0.0))) && all(lessThan(cell, u.grid.xy));
    vec4 color = vec4(0.0);

    vec3 own = vec3(0.0);
    vec3 mark = vec3(0.0);
    vec2 local = at - (cell + 0.5) * cellSize;
    if (inside) {
        vec2 texel = (cell + 0.5) / u.grid.xy;
        own = texture(state, texel).rgb;
        vec2 order = texture(steps, texel).rg; // place in the order, known or not
        mark = texture(marks, texel).rgb;

        float box = roundedBox(local, cellSize * 0.5 - inset, radius);
        color = over(color, u.emptyFill.rgb, u.emptyFill.a * cover(box));
        color = over(color, u.emptyLine.rgb, u.emptyLine.a * cover(abs(box + 0.5) - 0.5));

        // The planned order: cells light up behind a front that runs through the steps.
        float behind = clamp((u.ghost.y - order.r) * 8.0, 0.0, 1.0);
        float fresh = behind * exp(-max(u.ghost.y - order.r, 0.0) * 9.0);
        float ghost = u.ghost.x * order.g * (behind * 0.44 + fresh * 0.5);
        color = over(color, stepColor(order.r), ghost * cover(box));

        // Cells that are not made yet show faintly what the layer knows of them.
        vec3 layer = u.layer.z > 0.5 ? heatColor(mark.r) : stepColor(order.r);
        float shown = u.layer.x * (u.layer.z > 0.5 ? mark.g : order.g);
        color = over(color, layer, 0.24 * shown * (1.0 - own.r) * cover(box));

        float next = length(local) - min(2.0, shortSide * 0.08);
        color = over(color, u.nextDot.rgb, u.nextDot.a * own.b * (1.0 - u.layer.x) * cover(next));

        if (own.r > 0.0) {
            vec2 half_ = cellSize * 0.5 * mix(0.92, 1.0, own.r) - own.g;
            float shape = roundedBox(local, half_, own.g * (radius + 1.0));
            vec3 paint = patchColor(cell, local / cellSize + 0.5, order.r, step(0.1, mod(mark.b + 0.01, 2.0 / 3.0)));
            paint = mix(paint, underLayer(paint, layer), shown);
            // Finished patches join without a seam, also where a zoom puts their edges between two pixels.
            float joined = own.r >= 1.0 && own.g <= 0.0 ? 1.0 : cover(shape);
            color = over(color, paint, own.r * joined);
            color = over(color, u.gridLine.rgb, u.gridLine.a * u.layer.w * own.r * gridLines(cell, at - cell * cellSize));
        }
    }

    // Halos of the group being made reach over the cells next to it.
    float halo = 0.0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            vec2 other = cell + vec2(float(dx), float(dy));
            if (all(greaterThanEqual(other, vec2(0.0))) && all(lessThan(other, u.grid.xy))) {
                float strength = texture(state, (other + 0.5) / u.grid.xy).g;
                float d = roundedBox(at - (other + 0.5) * cellSize, cellSize * 0.5 - 1.0, radius + 1.0);
                halo = max(halo, strength * step(0.0, d) * exp(-d * d / (2.0 * sigma * sigma)));
            }
        }
    }
    color = over(color, u.glow.rgb, 0.5 * u.glow.a * halo);

    if (inside && own.g > 0.0) {
        float box = roundedBox(local, cellSize * 0.5 - 1.0, radius + 1.0);
        color = over(color, u.glow.rgb, 0.09 * own.g * cover(box));
        color = over(color, u.glowEdge.rgb, own.g * cover(abs(box + 0.875) - 0.875));
    }
    if (inside && mark.b > 0.5 && own.g < 0.5) {
        float box = roundedBox(local, cellSize * 0.5 - 1.0, radius + 1.0);
        color = over(color, vec3(0.04), 0.55 * cover(abs(box + 1.25) - 2.0));
        color = over(color, u.glow.rgb, 0.12 * cover(box));
        color = over(color, u.glowEdge.rgb, cover(abs(box + 0.875) - 0.875));
    }
    fragment = color * u.size.w;
}
