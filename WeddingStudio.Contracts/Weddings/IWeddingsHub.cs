namespace WeddingStudio.Contracts;

/// <summary>Weddings, and who may see them.</summary>
public interface IWeddingsHub
{
    /// <summary>From now on the caller hears of this wedding, beginning with how far its analysis is.</summary>
    Task Watch(WeddingId weddingId);

    Task Leave(WeddingId weddingId);

    Task<UserView> Me();

    Task<IReadOnlyList<WeddingView>> Weddings();

    Task<WeddingView> Wedding(WeddingId weddingId);

    Task<DeskAnswer> CreateWedding(string name);

    /// <summary>Makes the drawn wedding and begins to draw it, or leads to the one that is there.</summary>
    Task<DeskAnswer> DrawWedding();

    Task<IReadOnlyList<MemberView>> Members(WeddingId weddingId);

    /// <summary>Makes a user who sees this wedding and no other, and the link by which they choose their password.</summary>
    Task<InvitationView> InviteCouple(WeddingId weddingId, string userName);

    /// <summary>For whoever forgot their password or let their first link grow too old.</summary>
    Task<InvitationView> NewPasswordLink(WeddingId weddingId, string userId);

    Task<DeskAnswer> RemoveMember(WeddingId weddingId, string userId);
}
