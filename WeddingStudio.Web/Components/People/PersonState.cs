using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Web.Components.People;

/// <summary>One person's page: who they are, their best photos, all their faces, and what is selected among them.</summary>
public sealed class PersonState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly CorrectionDesk _desk;
    private readonly Watched<PersonView?> _person;
    private readonly HashSet<int> _selected = [];
    private int _asked;

    public PersonState(StudioConnection studio, CorrectionDesk desk, PageThread page)
    {
        (_studio, _desk) = (studio, desk);
        _person = new(studio, page, NewsOf.People | NewsOf.Picks, Take)
        {
            Concerns = ids => View is not { } view || ids.Contains(_asked) || ids.Contains(view.Person.Id),
        };
    }

    public event Action? Changed;

    public WeddingId WeddingId => _person.WeddingId;

    /// <summary>Null while loading, and after loading when nobody has this number (any more).</summary>
    public PersonView? View { get; private set; }
    public bool IsLoaded { get; private set; }
    public IReadOnlySet<int> Selected => _selected;
    public PersonTile Person => View!.Person;

    public async Task OpenAsync(WeddingId weddingId, int personId, Func<Func<Task>, Task> dispatch)
    {
        (_asked, View, IsLoaded) = (personId, null, false);
        _selected.Clear();
        await _person.OpenAsync(weddingId, dispatch, () => _studio.People.Person(weddingId, personId));
    }

    public void Toggle(int faceId)
    {
        if (!_selected.Remove(faceId))
            _selected.Add(faceId);
        Changed?.Invoke();
    }

    public void ClearSelection()
    {
        _selected.Clear();
        Changed?.Invoke();
    }

    public Task NameAsync(string? name, string? role) => SayAsync(Say.Named(Person.Id, name, role));

    public Task HideAsync(bool on) => SayAsync(Say.Hidden([Person.Id], on));

    public Task MergeAsync(int otherId) => SayAsync(Say.SamePerson([Person.Id, otherId]));

    public Task SplitSelectedAsync() => SayOfSelectedAsync(faces => Say.SomeoneElse(Person.Id, faces));

    public Task MoveSelectedAsync(int toId) => SayOfSelectedAsync(faces => Say.Moved(Person.Id, toId, faces));

    public Task NotThisPersonAsync() => SayOfSelectedAsync(faces => Say.NotThisPerson(Person.Id, faces));

    public Task NotAFaceAsync() => SayOfSelectedAsync(Say.NotAFace);

    /// <summary>Sets or takes back a rule about one photo: always shown, never shown, set aside, kept from guests.</summary>
    public Task RuleAsync(FaceView face, PhotoRuleKind rule) => SayAsync(rule switch
    {
        PhotoRuleKind.AlwaysShow => Say.AlwaysShow(Person.Id, face.PhotoId, !face.Has(rule)),
        PhotoRuleKind.SetAside => Say.SetAside(Person.Id, face.PhotoId, !face.Has(rule)),
        PhotoRuleKind.NeverShow => Say.NeverShow(Person.Id, face.PhotoId, !face.Has(rule)),
        _ => Say.KeptFromGuests(face.PhotoId, !face.Has(rule)),
    });

    /// <summary>A face somebody drew into a photo, in shares of it, and whose it is.</summary>
    public Task<CorrectionOutcome> DrawAsync(int photoId, PhotoShare share, int personId)
    {
        var whose = Say.FaceDrawn(personId == PersonPicker.SomebodyNew ? [] : [personId]) with { Provisional = Person.Provisional };
        return TellAsync(() => _desk.DrawAsync(WeddingId, photoId, share, whose));
    }

    private async Task SayOfSelectedAsync(Func<IReadOnlyList<int>, Statement> statement)
    {
        if ((await SayAsync(statement([.. _selected.Order()]))).Accepted)
            ClearSelection();
    }

    private Task<CorrectionOutcome> SayAsync(Statement statement) =>
        TellAsync(() => _desk.SayAsync(WeddingId, statement with { Provisional = Person.Provisional }));

    private async Task<CorrectionOutcome> TellAsync(Func<Task<CorrectionOutcome>> say)
    {
        var outcome = await _person.ChangeAsync(say);
        await _person.RefreshAsync();
        return outcome;
    }

    private void Take(PersonView? view)
    {
        (View, IsLoaded) = (view is null ? null : view with { Faces = InKnownOrder(view.Faces) }, true);
        _selected.IntersectWith(view?.Faces.Select(f => f.FaceId) ?? []);
        Changed?.Invoke();
    }

    // Faces stay where they are under the user's hand; new ones come at the end.
    private List<FaceView> InKnownOrder(IReadOnlyList<FaceView> faces)
    {
        var places = (View?.Faces ?? []).Select((face, place) => (face.FaceId, place)).ToDictionary(f => f.FaceId, f => f.place);
        return [.. faces.OrderBy(f => places.GetValueOrDefault(f.FaceId, int.MaxValue))];
    }

    public void Dispose() => _person.Dispose();
}
