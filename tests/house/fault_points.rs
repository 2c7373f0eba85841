//! At each fault point the process can be killed, or made to panic, the n-th time that it comes there.

use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output};

use muster::engine::fault;
use muster::fault_point;

/// The signal that nobody can answer.
const SIGKILL: i32 = 9;
/// What the second process is told: which point to come to, and its plan. The test starts itself again with them.
const POINT: &str = "MUSTER_TEST_FAULT_POINT";
const PLAN: &str = "MUSTER_TEST_FAULT_PLAN";
/// What the second process says when it has passed the point.
const PASSED: &str = "passed: ";

/// This test in a second process, which comes to the point three times.
fn run_to(point: &str, plan: &str) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "fault_points::the_second_process", "--nocapture"])
        .env(POINT, point)
        .env(PLAN, plan)
        .output()
        .unwrap()
}

fn times_passed(output: &Output) -> usize {
    String::from_utf8_lossy(&output.stdout).matches(PASSED).count()
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how the second process knows that it is the second"
)]
fn the_second_process() {
    let (Ok(point), Ok(plan)) = (std::env::var(POINT), std::env::var(PLAN)) else {
        return;
    };
    fault::arm(plan.parse().unwrap());
    for time in 1..=3 {
        fault::reached(&point);
        println!("{PASSED}{time}");
    }
    fault_point!("shutdown.drained");
    println!("{PASSED}the end");
}

#[test]
fn the_process_is_killed_at_every_point() {
    for (index, point) in fault::ALL.into_iter().enumerate() {
        let time = index % 3 + 1;
        let output = run_to(point, &format!("{point}=kill@{time}"));
        assert_eq!(output.status.signal(), Some(SIGKILL), "{point}: {output:?}");
        assert_eq!(times_passed(&output), time - 1, "{point}: {output:?}");
    }
}

#[test]
fn other_points_and_later_times_are_passed() {
    let output = run_to("delivery.sending", "delivery.sending=kill@4,tick.due=kill@1");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(times_passed(&output), 4);
}

#[test]
fn a_point_in_the_code_is_reached_by_its_name() {
    let output = run_to("tick.due", "shutdown.drained=kill@1");
    assert_eq!(output.status.signal(), Some(SIGKILL), "{output:?}");
    assert_eq!(times_passed(&output), 3);
}

#[test]
fn a_panic_says_where_it_was_planned() {
    let output = run_to("dispatch.handle", "dispatch.handle=panic@2");
    assert_eq!(output.status.signal(), None, "{output:?}");
    assert_eq!(times_passed(&output), 1);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("fault point dispatch.handle"), "{said}");
}
