using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Web.Components;

/// <summary>What the pages ask and say, one line per hub method.</summary>
public sealed partial class StudioConnection
{
    public Task<UserView> MeAsync() => AskAsync<UserView>(nameof(StudioHub.Me));

    public Task<WeddingView[]> WeddingsAsync() => AskAsync<WeddingView[]>(nameof(StudioHub.Weddings));

    public Task<WeddingView> WeddingAsync(string weddingId) => AskAsync<WeddingView>(nameof(StudioHub.Wedding), weddingId);

    public Task<DeskAnswer> CreateWeddingAsync(string name) => AskAsync<DeskAnswer>(nameof(StudioHub.CreateWedding), name);

    public Task<DeskAnswer> DrawWeddingAsync() => AskAsync<DeskAnswer>(nameof(StudioHub.DrawWedding));

    public Task<MemberView[]> MembersAsync(string weddingId) => AskAsync<MemberView[]>(nameof(StudioHub.Members), weddingId);

    public Task<InvitationView> InviteCoupleAsync(string weddingId, string userName) =>
        AskAsync<InvitationView>(nameof(StudioHub.InviteCouple), weddingId, userName);

    public Task<InvitationView> NewPasswordLinkAsync(string weddingId, string userId) =>
        AskAsync<InvitationView>(nameof(StudioHub.NewPasswordLink), weddingId, userId);

    public Task<DeskAnswer> RemoveMemberAsync(string weddingId, string userId) =>
        AskAsync<DeskAnswer>(nameof(StudioHub.RemoveMember), weddingId, userId);

    public Task<PersonTile[]> PeopleAsync(string weddingId) => AskAsync<PersonTile[]>(nameof(StudioHub.People), weddingId);

    public Task<PersonView?> PersonAsync(string weddingId, int personId) => AskAsync<PersonView?>(nameof(StudioHub.Person), weddingId, personId);

    public Task<PhotoView?> PhotoAsync(string weddingId, int photoId) => AskAsync<PhotoView?>(nameof(StudioHub.Photo), weddingId, photoId);

    public Task<QuestionView[]> QuestionsAsync(string weddingId) => AskBesideAsync<QuestionView[]>(nameof(StudioHub.Questions), weddingId);

    public Task<CorrectionOutcome> CorrectAsync(string weddingId, Statement statement) =>
        AskAsync<CorrectionOutcome>(nameof(StudioHub.Correct), weddingId, statement);

    public Task<CorrectionOutcome> DrawFaceAsync(string weddingId, int photoId, FaceBox share, Statement whose) =>
        AskAsync<CorrectionOutcome>(nameof(StudioHub.DrawFace), weddingId, photoId, share, whose);

    public Task<CorrectionOutcome> UndoAsync(string weddingId) => AskAsync<CorrectionOutcome>(nameof(StudioHub.Undo), weddingId);

    public Task<CorrectionOutcome> RedoAsync(string weddingId) => AskAsync<CorrectionOutcome>(nameof(StudioHub.Redo), weddingId);

    public Task<SharperView?> SharperAsync(string weddingId) => AskAsync<SharperView?>(nameof(StudioHub.Sharper), weddingId);

    /// <param name="broughtIn">A folder of the studio's computer; null = from the network.</param>
    public Task<DeskAnswer> FetchSharperAsync(string weddingId, string? broughtIn) => AskAsync<DeskAnswer>(nameof(StudioHub.FetchSharper), weddingId, broughtIn);

    public Task StopSharperAsync(string weddingId) => AskAsync(nameof(StudioHub.StopSharper), weddingId);

    public Task<ImportView> ImportAsync(string weddingId) => AskAsync<ImportView>(nameof(StudioHub.Import), weddingId);

    public Task<ProblemView[]> ProblemsAsync(string weddingId) => AskAsync<ProblemView[]>(nameof(StudioHub.Problems), weddingId);

    public Task<ClockView[]> ClocksAsync(string weddingId) => AskAsync<ClockView[]>(nameof(StudioHub.Clocks), weddingId);

    /// <summary>Answers when the day is in order again, which takes a while for a large wedding.</summary>
    public Task<DeskAnswer> SetClockAsync(string weddingId, int cameraId, double? seconds) =>
        AskBesideAsync<DeskAnswer>(nameof(StudioHub.SetClock), weddingId, cameraId, seconds);

    public Task<DeskAnswer> TryAgainAsync(string weddingId) => AskBesideAsync<DeskAnswer>(nameof(StudioHub.TryAgain), weddingId);

    public Task<DeskAnswer> SetTimeZoneAsync(string weddingId, string zone) => AskBesideAsync<DeskAnswer>(nameof(StudioHub.SetTimeZone), weddingId, zone);

    public Task<FolderListing> BrowseAsync(string? path) => AskAsync<FolderListing>(nameof(StudioHub.Browse), path);

    public Task<DeskAnswer> ChooseFolderAsync(string weddingId, string path) => AskAsync<DeskAnswer>(nameof(StudioHub.ChooseFolder), weddingId, path);

    public Task<DeskAnswer> GiveConsentAsync(string weddingId, string who) => AskAsync<DeskAnswer>(nameof(StudioHub.GiveConsent), weddingId, who);

    public Task<DeskAnswer> StartAnalysisAsync(string weddingId) => AskAsync<DeskAnswer>(nameof(StudioHub.StartAnalysis), weddingId);

    public Task<DeskAnswer> GoOnWithoutMissingAsync(string weddingId) => AskAsync<DeskAnswer>(nameof(StudioHub.GoOnWithoutMissing), weddingId);

    public Task<DeskAnswer> PauseAnalysisAsync(string weddingId) => AskAsync<DeskAnswer>(nameof(StudioHub.PauseAnalysis), weddingId);

    public Task<DeskAnswer> CancelAnalysisAsync(string weddingId) => AskAsync<DeskAnswer>(nameof(StudioHub.CancelAnalysis), weddingId);

    public Task<AlbumView> AlbumAsync(string weddingId) => AskBesideAsync<AlbumView>(nameof(StudioHub.Album), weddingId);

    public Task<ShareView> ShareAsync(string weddingId) => AskAsync<ShareView>(nameof(StudioHub.Share), weddingId);

    public Task<GalleryLinkView> LinkAsync(string weddingId, int personId) => AskAsync<GalleryLinkView>(nameof(StudioHub.Link), weddingId, personId);

    public Task<GalleryLinkView> NewLinkAsync(string weddingId, int personId) => AskAsync<GalleryLinkView>(nameof(StudioHub.NewLink), weddingId, personId);

    public Task<GalleryLinkView> CloseLinkAsync(string weddingId, int personId) => AskAsync<GalleryLinkView>(nameof(StudioHub.CloseLink), weddingId, personId);

    public Task<PicksView> PicksAsync(string weddingId) => AskAsync<PicksView>(nameof(StudioHub.Picks), weddingId);

    public Task<DeskAnswer> SetPickCountAsync(string weddingId, int? personId, string? role, int? count) =>
        AskAsync<DeskAnswer>(nameof(StudioHub.SetPickCount), weddingId, personId, role, count);

    public Task<string?> WhyNotAsync(string weddingId, int personId, int photoId) => AskAsync<string?>(nameof(StudioHub.WhyNot), weddingId, personId, photoId);

    public Task<DeskAnswer> PublishAsync(string weddingId) => AskAsync<DeskAnswer>(nameof(StudioHub.Publish), weddingId);

    public Task<DeskAnswer> SetPublishesAtOnceAsync(string weddingId, bool atOnce) =>
        AskAsync<DeskAnswer>(nameof(StudioHub.SetPublishesAtOnce), weddingId, atOnce);

    public Task<WhatCountsView> WhatCountsAsync(string weddingId) => AskAsync<WhatCountsView>(nameof(StudioHub.WhatCounts), weddingId);

    public Task<DeskAnswer> SetWhatCountsAsync(string weddingId, double technical, double composition, double expression, double context) =>
        AskAsync<DeskAnswer>(nameof(StudioHub.SetWhatCounts), weddingId, technical, composition, expression, context);

    public Task<DeskAnswer> UsualWhatCountsAsync(string weddingId) => AskAsync<DeskAnswer>(nameof(StudioHub.UsualWhatCounts), weddingId);

    public Task<DeskAnswer> SetGuestAddressAsync(string weddingId, string address) =>
        AskAsync<DeskAnswer>(nameof(StudioHub.SetGuestAddress), weddingId, address);
}
