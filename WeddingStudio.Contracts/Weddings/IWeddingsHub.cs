namespace WeddingStudio.Contracts;

/// <summary>Weddings, and who may see them.</summary>
public interface IWeddingsHub
{
    /// <summary>From now on the caller hears of this wedding, beginning with how far its analysis is.</summary>
    Task Watch(string weddingId);

    Task Leave(string weddingId);

    Task<UserView> Me();

    Task<IReadOnlyList<WeddingView>> Weddings();

    Task<WeddingView> Wedding(string weddingId);

    Task<DeskAnswer> CreateWedding(string name);

    /// <summary>Makes the drawn wedding and begins to draw it, or leads to the one that is there.</summary>
    Task<DeskAnswer> DrawWedding();

    Task<IReadOnlyList<MemberView>> Members(string weddingId);

    /// <summary>Makes a user who sees this wedding and no other, and the link by which they choose their password.</summary>
    Task<InvitationView> InviteCouple(string weddingId, string userName);

    /// <summary>For whoever forgot their password or let their first link grow too old.</summary>
    Task<InvitationView> NewPasswordLink(string weddingId, string userId);

    Task<DeskAnswer> RemoveMember(string weddingId, string userId);
}
