//! The closed lists of texts that are not entries of their own: labels of the page's script, texts of its template,
//! notices, and the pieces of which conditions are made. The policy must have a text for each, and another language
//! may.

use serde::{Serialize, Serializer};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::vocabulary::{Word, vocabulary};

vocabulary! {
    /// The texts of the page's script. `{0}`, `{1}` … are places for values.
    Label {
        Title, TitleStep, TitleOutcome, TitleError,
        AnswerYes, AnswerNo, AnswerUnsure,
        AxisResponse, AxisRecording, AxisTypology, AxisScope,
        BasisGuidance, BasisJudgement,
        ReadFullText, ReadSummary, ReadExcerpt, ReadNotRead,
        StatusDraft, StatusSignedOff,
        TimingNow, TimingToday, TimingBeforeClosing, TimingFollowUp,
        WhoLead, WhoEveryone, WhoHead, WhoTwoPeople,
        Hide, Return, Cleared, Calling, Covered, Uncover, Start, Continue, Back, Change, ChangeOf, Nation, Before, Edition, EditionLine,
        Code, CodeOpen, CodeWrong, CodeUse, OtherEdition, Retired, Unknown, AskNow,
        Contacts, OutOfHours, ContactChecked, ReadAll,
        Problem, Appeared, Missing, MissingNation, Step, Last, ToGo, ToGoAtMost, ToGoBetween, Part, Why, WhatCounts, IfUnknown,
        Clear, SeeNow, OrGoOn, Answers, AnswersCount, SetAside, SetAsideNote, Readings,
        AtLeast, CouldBe, NotDecided, HasChanged, DecidedBy, GoOn, Print, Copy, Copied, CopyByHand, PrintWarning, StartAgain,
        Done, WhySource, Never, NeverAll, Reasons, Also, RestsOn, Used,
        Call, CallKnown, CallNotKnown, CallAsk, CallMore, People, Maybe, PartSay, PartDo, PartDoNot, PartPolice, OtherRoutes,
        Forecast, Possible, Crimes, RecordedAs, Outcomes, Unpublished, Origin, Typology,
        Changes, WouldChange, IfYes, IfNo, Becomes, None, AtMost, Or, NotKnown, InMind, Sources, NewTab, Source,
        Record, Policy, Confidential, Taken, NotTaken, Because,
        OfflineReady, OfflineTab, OfflineNewer, OfflineUse, OfflineLater,
    }

    /// The texts that stand in the page before any script runs: in its template and in the written guidance.
    PageText {
        Language, Name, Skip, IdleTitle, IdleText, Stay, CodeHint, OpenCase,
        Reference, CompletedBy, CompletedWhen, Names, WhoDecided, DecidedWhen, Consulted, Otherwise,
        PartlyEnglish, Edition, Contents,
        Never, Responses, Now, Call, People, Today, BeforeClosing, FollowUp, Recording, Typology, Questions, Sources,
        OtherRoute, JudgementFrom, WhoLead, SourceChecked,
    }

    /// The texts about safeguarding around a result: on the page, in the written guidance and in the record.
    Notice {
        Emergency, NeverLook, WhoFor, Answers, OneRun, NothingLeaves, Draft, NotLegalAdvice, Screening,
        DutyToReport, Stale, CoreFailed, OtherPage, OtherNations, WhileAnswering, HeldUpByUnsure,
        HeldUpByImage, NextRefer,
        Unknowns, Guidance, Judgement, FiveGrounds, Stricter, Disagree, OtherRoute,
        CriminalResponsibility, Forecast, RecordedAsCrime, PoliceRecord, ForcesVary, TypologyWhere, AxesDiffer,
        SummaryDoesNotDecide, AnyCategory, WhereThisComesFrom, Record,
    }

    /// The pieces of which a condition is put into words. They are one entry, so that no condition is half in one
    /// language and half in another.
    Piece {
        Nations, AtLeast, AtMost, Inside, Outside, If, OrIf, AndAnswer, Answer, Yes, No, Unsure, NotAnswered, Named, And,
        Or,
    }

    /// The plural categories of Unicode's CLDR.
    Plural { Zero, One, Two, Few, Many, Other }
}

impl Label {
    /// Whether the text has a number in it, and so a form for each plural category of its language.
    pub const fn is_counted(self) -> bool {
        matches!(
            self,
            Self::ToGo
                | Self::ToGoAtMost
                | Self::ToGoBetween
                | Self::Also
                | Self::Changes
                | Self::CallMore
                | Self::NeverAll
        )
    }
}
