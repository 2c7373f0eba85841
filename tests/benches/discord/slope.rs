//! How much more of one thing there is with one more of another.

/// The slope of the straight line that lies next to these points (the least squares).
pub(crate) fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (middle, height) = (mean(|point| point.0), mean(|point| point.1));
    let along: f64 = points.iter().map(|(x, y)| (x - middle) * (y - height)).sum();
    let across: f64 = points.iter().map(|(x, _)| (x - middle).powi(2)).sum();
    along / across
}
