namespace WeddingStudio.Engine.Data;

/// <summary>What can be said about a face in its photo; only ever good or neutral things.</summary>
[Flags]
public enum ScoreFacts
{
    None = 0,
    Smiling = 1,
    EyesOpen = 2,
    LookingAtCamera = 4,
    Sharp = 8,
    WellLit = 16,
    CloseUp = 32,
    Candid = 64,
    Alone = 128,
    InGroup = 256,
    WithCouple = 512,
    WithPartner = 1024,
    WithFamily = 2048,
    WithParty = 4096,
    WithBride = 8192,
    WithGroom = 16384,

    /// <summary>With people of the same household, or of the same table, of the guest list.</summary>
    WithHousehold = 32768,
    WithTable = 65536,

    /// <summary>Another frame of its series is clearly better, for this person or for somebody beside them.</summary>
    BetterInSeries = 1 << 20,
}
