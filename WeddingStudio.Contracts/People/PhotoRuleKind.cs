namespace WeddingStudio.Contracts;

public enum PhotoRuleKind
{
    AlwaysShow,
    NeverShow,
    KeptFromGuests,

    /// <summary>Picked only when no other is left.</summary>
    SetAside,
}
