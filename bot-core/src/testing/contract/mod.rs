//! What every store must do, whatever it is made of. [`store_contract!`](crate::store_contract) makes one named test of
//! each behaviour; its list is the table of contents of this contract.
//!
//! To add a behaviour: an `async fn(store: Arc<dyn Store>)` in the file of its repository, and its name in the list.

pub mod agenda;
pub mod asks;
pub mod audit;
pub mod broadcasts;
pub mod calendar_feeds;
pub mod crowd;
pub mod fixtures;
pub mod holds;
pub mod imports;
pub mod inbox;
pub mod instance;
pub mod isolation;
pub mod keystores;
pub mod leases;
pub mod linking;
pub mod live_cards;
pub mod moving;
pub mod outbox;
pub mod people;
pub mod polls;
pub mod privacy;
pub mod reminders;
pub mod rerouting;
pub mod role_mappings;
pub mod secret_ballots;
pub mod series;
pub mod shift_templates;
pub mod shifts;
pub mod skills;
pub mod tasks;
pub mod undo;

use std::pin::Pin;
use std::sync::Arc;

use crate::store::Store;

/// A behaviour of a store, on its way.
pub type Behaviour = fn(Arc<dyn Store>) -> Pin<Box<dyn Future<Output = ()>>>;

/// One `#[tokio::test]` for each behaviour. `$make` is an async function without arguments that gives a fresh store as
/// `Arc<dyn Store>`, and whatever must live as long as the store.
#[macro_export]
macro_rules! store_contract {
    ($make:ident) => {
        $crate::store_contract! { @ list tests $make }
    };
    // Every behaviour, one after the other, within an async function.
    (every $make:ident) => {
        $crate::store_contract! { @ list every $make }
    };
    (@ list $mode:ident $make:ident) => {
        $crate::store_contract! { @ $mode $make,
            isolation: [
                an_uncommitted_unit_is_invisible
                a_dropped_unit_never_was
                a_reading_unit_is_a_snapshot
                a_reading_unit_does_not_wait_for_a_writing_one
                a_reading_unit_does_not_write
                scrubbing_keeps_what_was_committed
            ]
            people: [
                an_account_is_found_by_its_handle
                a_person_reads_back
                a_group_reads_back
                accounts_come_last_used_first
                places_belong_to_one_group
                an_account_belongs_to_one_person
                members_come_as_they_joined
                groups_come_as_they_were_joined
                groups_come_as_they_were_founded
                a_suspended_membership_stands_in_no_list
                whom_an_organizer_removed_is_found
                teams_have_members_and_captains
                a_team_without_people_and_work_can_go
                numbers_run_from_one
            ]
            linking: [
                a_link_code_reads_back
                the_claimed_code_ends_last
                revoking_spares_other_codes
                wrong_codes_are_counted
                old_codes_are_forgotten
                merging_keeps_the_higher_role
                merging_lowers_nobody
                merging_ends_a_suspension
            ]
            instance: [
                the_clock_is_set_and_let_run
                the_clock_begins_free
                accounts_beyond_a_platform_are_seen
            ]
            agenda: [
                due_work_comes_in_order
                a_line_stands_once
                a_line_is_settled_once
                unscheduling_spares_the_rest
                reassigned_lines_do_not_double
                held_lines_are_released
            ]
            asks: [
                a_search_is_on_until_it_is_ended
                asks_read_back_with_their_answer
                nobody_is_asked_twice_for_a_shift
                least_recently_asked_comes_first
                who_cannot_come_is_not_asked
                a_team_and_a_skill_narrow_it_down
                asks_follow_their_person
            ]
            audit: [
                the_log_comes_newest_first
                old_lines_are_forgotten
                reassigned_lines_name_who_stays
            ]
            inbox: [
                an_event_takes_effect_once
                finishing_twice_is_an_error
                waiting_events_come_in_order
                an_event_is_known_by_its_room
                events_done_long_ago_are_forgotten
                waiting_events_are_found_by_platform
                tries_are_counted
                what_was_refused_may_be_edited
            ]
            outbox: [
                a_message_reads_back
                the_same_message_is_made_once
                what_is_settled_rests
                messages_settled_long_ago_are_forgotten
                a_postponed_message_comes_again
                a_pause_is_no_attempt
                what_outlived_the_memory_of_its_platform_is_doubtful_for_good
                what_was_sent_lately_is_told
            ]
            holds: [
                messages_are_leased_in_order
                an_ended_hold_passes_on
                whoever_lost_the_hold_is_refused
                taking_over_ends_the_holds_of_others
                what_was_not_begun_is_put_back
                a_node_that_stops_gives_back
            ]
            rerouting: [
                messages_follow_a_room
                a_broadcast_is_withdrawn
                a_reassigned_message_follows
                a_refused_message_goes_to_another_account
                held_messages_are_released
            ]
            calendar_feeds: [
                an_address_leads_to_a_calendar_until_it_is_ended
                an_address_is_of_one_calendar
                merging_keeps_both_addresses
                an_address_goes_with_its_person
                a_calendar_has_what_is_somebodys
            ]
            keystores: [
                an_account_is_pinned_to_its_first_store_of_keys
            ]
            leases: [
                one_node_holds_a_lease
                leases_are_let_go
            ]
            live_cards: [
                a_copy_reads_back
                a_changed_card_is_stale_until_it_is_shown
                the_latest_copies_of_a_room_are_followed
                a_resting_copy_is_found_by_its_message
                the_copies_in_a_place_are_forgotten
                a_board_is_stale_after_the_commit
            ]
            moving: [
                what_a_group_keeps_follows_its_place
                of_two_links_the_older_one_wins
                a_place_without_a_group_takes_no_link_away
                messages_follow_a_place_and_cards_stay_behind
                waiting_events_follow_a_place
            ]
            role_mappings: [
                what_roles_give_reads_back
                what_a_role_gives_is_replaced
                who_holds_a_role_reads_back
                persons_who_become_one_hold_what_both_did
                what_is_removed_holds_and_gives_nothing
                a_team_that_a_role_gives_is_kept
                what_roles_give_follows_their_place
            ]
            undo: [
                the_last_act_is_taken_once
                old_acts_are_forgotten
                the_acts_of_one_are_forgotten
            ]
            imports: [
                an_entry_reads_back
                an_entry_saved_again_is_replaced
            ]
            shifts: [
                a_shift_reads_back
                seats_follow_their_changes
                nobody_has_two_seats
                coming_shifts_come_by_start
                a_members_shifts_are_found
                merging_keeps_the_better_seat
                how_a_shift_went_reads_back
            ]
            skills: [
                skills_read_back_and_are_replaced
                members_are_found_by_skill
                merging_unites_skills
                skills_go_with_their_person
            ]
            series: [
                a_series_reads_back
                the_dates_of_a_series_are_found
                a_date_is_made_once
            ]
            shift_templates: [
                a_template_reads_back_and_is_replaced
                templates_go_with_their_group
            ]
            tasks: [
                a_task_reads_back_whole
                a_task_saved_again_is_replaced
                tasks_are_listed_by_state
                tasks_move_to_another_person
            ]
            reminders: [
                a_reminder_reads_back_whole
                a_reminder_saved_again_is_replaced
                live_reminders_are_found_by_person_and_room
                reminders_move_to_another_person
            ]
            polls: [
                a_poll_reads_back
                unsettled_polls_come_by_number
                ballots_of_unsettled_polls_come_together
                a_ballot_replaces_the_one_before
                a_ballot_is_taken_out_once
                merging_keeps_the_later_ballot
                electors_read_back_once_each
                merging_leaves_one_elector
                a_ballot_keeps_its_order_and_its_reason
                what_a_poll_became_is_told_of_once
            ]
            broadcasts: [
                a_broadcast_reads_back
                unsent_broadcasts_are_found
                members_come_some_at_a_time
                a_copy_is_settled_once
                every_outcome_reads_back
                copies_without_a_message_are_given_up
                merging_keeps_the_copy_that_came
            ]
            privacy: [
                what_somebody_is_part_of_is_found
                events_and_answers_go_with_the_account
                a_farewell_leaves_nothing
                a_waiting_message_is_rewritten
                what_is_removed_is_gone_with_all_that_hangs_on_it
                a_person_goes_with_all_that_is_theirs
                a_group_goes_with_all_that_it_owns
            ]
            secret_ballots: [
                a_sealed_ballot_replaces_the_one_before
                unlinked_ballots_are_nobodys
                votes_are_purged
                an_act_is_forgotten_wherever_it_was_done
                a_scrub_is_owed_until_it_is_done
            ]
        }
        $crate::store_contract! { @ crowd $mode $make: [
            a_number_is_given_once
            what_is_loaded_to_be_changed_is_changed_in_turn
            no_vote_comes_after_the_closing
        ] }
    };
    // Each by a pointer: a function that awaited all of them in turn would need more stack than a thread has.
    (@ every $make:ident, $($repository:ident: [$($behaviour:ident)*])*) => {
        let behaviours: &[$crate::testing::contract::Behaviour] = &[
            $($(|store| Box::pin($crate::testing::contract::$repository::$behaviour(store)),)*)*
        ];
        for behaviour in behaviours {
            let (store, _keep) = $make().await;
            behaviour(store).await;
        }
    };
    (@ crowd every $make:ident: [$($behaviour:ident)*]) => {$(
        let (store, _keep) = $make().await;
        Box::pin($crate::testing::contract::crowd::$behaviour(store, |task| {
            let started = tokio::spawn(task);
            Box::pin(async move { started.await.unwrap() })
        }))
        .await;
    )*};
    (@ crowd tests $make:ident: [$($behaviour:ident)*]) => {
        mod crowd {
            $(
                #[tokio::test(flavor = "multi_thread")]
                async fn $behaviour() {
                    let (store, _keep) = super::$make().await;
                    $crate::testing::contract::crowd::$behaviour(store, |task| {
                        let started = tokio::spawn(task);
                        Box::pin(async move { started.await.unwrap() })
                    })
                    .await;
                }
            )*
        }
    };
    (@ tests $make:ident, $($repository:ident: [$($behaviour:ident)*])*) => {$(
        mod $repository {
            $(
                #[tokio::test]
                async fn $behaviour() {
                    let (store, _keep) = super::$make().await;
                    $crate::testing::contract::$repository::$behaviour(store).await;
                }
            )*
        }
    )*};
}
