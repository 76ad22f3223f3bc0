package admin

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
)

// wordGroup is one part of the catalogue: who gets its texts, and when.
type wordGroup struct {
	Name, Title string
	Begins      string // how the keys of its texts begin; the longest beginning that fits decides
}

// wordGroups are the parts in the order of a one-on-one's life. What fits none is among the last.
func wordGroups() []wordGroup {
	return []wordGroup{
		{"before", "To contacts: before", "first handed stop_line choose_place at_place two_days today_word tomorrow_word day_of changed_ask " +
			"changed_place called_off_tell proposal_thanks proposal_ask_when proposal_two counter_ask settled_tell accepted_answer old_time " +
			"refused yes_answer no_answer maybe_answer yes_after_change digit_ place_noted place_chosen first_yes couple_ ask_which_time " +
			"offer_sure counter_sure private_ask private_tell private_counter private_off private_who private_call confirmed_tell declined_tell"},
		{"answers", "To contacts: answers, opting out", "unknown_sender person_reads flood opted_out opt_out_doubt welcome_back help_contact " +
			"help_line relayed_answer who_answer who_handed on_day wrong_answer where_ picture_tell told_text private_told private_about " +
			"about_answer asked_again_contact real_answer robot_answer no_texts_now no_texts_already paused call_wanted texts_again " +
			"gone_answer held_still hours_kept hours_never hours_any media_kept language_now call_you"},
		{"after", "To contacts: after, and events", "missed_tell private_missed missed_off off_again_tell thanks_body thanks_plain " +
			"private_thanks thanks_promise thanks_commit thanks_come commitment_tell private_commitment check_in event_moved_tell event_off_tell " +
			"thanks_greets event_past event_over event_answer guest_says guest_said bring deed_by"},
		{"planning", "To organizers: planning", "not_understood asked_again plan_ odd_ why_ fact_ place_of saved_ " +
			"changed_ told_ " +
			"not_told not_yet no_number meeting_line confirm_which " +
			"declined_noted confirmed_ private_on proposal_to_organizer proposal_open_to counter_sent settled_organizer " +
			"relay_tell relay_call wrong_number_tell words_ asked_ place_asked place_kept place_moved call_tell call_them paused_tell " +
			"hours_kept_tell hours_never_tell hours_any_tell hours_of hours_never_of loss_held no_texts_who"},
		{"orders", "To organizers: orders and questions", "move which_meeting moved called_off_answer undo undone answer_ cancel_ tell_ send_ " +
			"get_well own_off_ sure_ hold_move hold_now calls_now reminders_off"},
		{"report", "To organizers: the report", "report_ ask. again. explain. rest ask_which ask_sure fix_ added nothing_before kept_for " +
			"so_far off_record review start_over confirm_known confirm_phone echo_ consent_ web_ next_one record_ correction_ event_ask event_new " +
			"event_hour event_linked event_staff " +
			"event_listed answer_this " +
			"thanks_ask thanks_in thanks_again thanks_for thanks_sends thanks_held thanks_done thanks_not thanks_wording thanks_back " +
			"thanks_later debrief_booked contact_listed help_form help_review how_ held_noted outcome missed_noted missed_offer missed_call " +
			"missed_sent missed_kept not_met whose_number debrief_tell"},
		{"mornings", "To organizers: lists, mornings, tips", "list morning show_ tip_ prep note_ idea_ due_ for_whom done_hint promise_ " +
			"debrief_ who_came came_ guest_ state_ nudge_ item_moved report_hint account_changed welcome help_organizer"},
		{"staff", "To staff", "staff_ our_staff digest untaken"},
	}
}

// groupOf says to which part a text belongs.
func groupOf(k lang.Key) string {
	group, long := "mornings", 0
	for _, g := range wordGroups() {
		for _, begin := range strings.Fields(g.Begins) {
			if len(begin) > long && strings.HasPrefix(string(k), begin) {
				group, long = g.Name, len(begin)
			}
		}
	}
	return group
}

// groupTitle says who gets a text, and when.
func groupTitle(k lang.Key) string {
	for _, g := range wordGroups() {
		if g.Name == groupOf(k) {
			return g.Title
		}
	}
	return ""
}

// groupTabs are the parts as tabs; what is searched for is searched for in all of them.
func (v *visit) groupTabs() ([]tab, string) {
	here := v.query("group")
	var list [][2]string
	for i, g := range wordGroups() {
		name := g.Name
		if i == 0 {
			name = ""
		}
		list = append(list, [2]string{name, g.Title})
	}
	if here == "" {
		here = wordGroups()[0].Name
	}
	return v.tabs("group", list...), here
}
