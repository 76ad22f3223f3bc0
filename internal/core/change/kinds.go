package change

// What a change can be: these, and no other type.
func (Received) change()       {}
func (Said) change()           {}
func (MeetingTold) change()    {}
func (Introduced) change()     {}
func (WrongNumber) change()    {}
func (AddNote) change()        {}
func (DropNote) change()       {}
func (SetTips) change()        {}
func (SetLocked) change()      {}
func (StopPlan) change()       {}
func (Text) change()           {}
func (Withhold) change()       {}
func (SetConsent) change()     {}
func (SetReach) change()       {}
func (SetPause) change()       {}
func (SetTextHours) change()   {}
func (PhoneSeen) change()      {}
func (Converse) change()       {}
func (OpenAsk) change()        {}
func (CloseAsk) change()       {}
func (SavePerson) change()     {}
func (SetLanguage) change()    {}
func (SaveMeeting) change()    {}
func (SaveReport) change()     {}
func (SaveAnswer) change()     {}
func (ClearAnswers) change()   {}
func (AddPromise) change()     {}
func (Plan) change()           {}
func (EndPlan) change()        {}
func (MovePlan) change()       {}
func (CancelPlans) change()    {}
func (Attention) change()      {}
func (CloseAttention) change() {}
func (Timeline) change()       {}
